package dev.belfry.swing.call;

import dev.belfry.call.spi.MediaDevice;
import java.awt.Component;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.ButtonGroup;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;

/** Pop-up menus of the devices there are. Devices are looked for when a menu opens; it fills as they are found. */
final class DeviceMenu {
    private static final List<MediaDevice.Kind> IN_CALL =
            List.of(MediaDevice.Kind.CAMERA, MediaDevice.Kind.MICROPHONE, MediaDevice.Kind.SPEAKER);

    private final Function<MediaDevice.Kind, CompletableFuture<List<MediaDevice>>> devices;
    private final Consumer<MediaDevice> onChoice;
    /** What was chosen here; the system's default, first in the list, until then. */
    private final Map<MediaDevice.Kind, MediaDevice> chosen = new EnumMap<>(MediaDevice.Kind.class);

    DeviceMenu(
            Function<MediaDevice.Kind, CompletableFuture<List<MediaDevice>>> devices, Consumer<MediaDevice> onChoice) {
        this.devices = devices;
        this.onChoice = onChoice;
    }

    /** Forgets what was chosen: a new call begins with the defaults. */
    void reset() {
        chosen.clear();
    }

    /** Opens a menu of cameras (for a video call), microphones and loudspeakers above a component. */
    JPopupMenu openDevices(Component anchor, boolean video) {
        return open(anchor, video ? IN_CALL : IN_CALL.subList(1, IN_CALL.size()), true);
    }

    /** Opens a menu of screens above a component. */
    JPopupMenu openScreens(Component anchor) {
        return open(anchor, List.of(MediaDevice.Kind.SCREEN), false);
    }

    private JPopupMenu open(Component anchor, List<MediaDevice.Kind> kinds, boolean lasting) {
        JPopupMenu menu = new JPopupMenu();
        for (MediaDevice.Kind kind : kinds) {
            if (menu.getComponentCount() > 0) {
                menu.addSeparator();
            }
            menu.add(disabled(Words.of("devices." + kind.name().toLowerCase(java.util.Locale.ROOT))));
            JMenuItem searching = disabled(Words.of("devices.searching"));
            menu.add(searching);
            CompletableFuture<?> unused = devices.apply(kind)
                    .whenComplete((found, failure) ->
                            Edt.run(() -> fill(menu, searching, failure == null ? found : List.of(), lasting, anchor)));
        }
        showAbove(menu, anchor);
        return menu;
    }

    private void fill(
            JPopupMenu menu, JMenuItem searching, List<MediaDevice> found, boolean lasting, Component anchor) {
        int place = menu.getComponentIndex(searching);
        menu.remove(searching);
        if (found.isEmpty()) {
            menu.insert(disabled(Words.of("devices.none")), place);
        }
        ButtonGroup group = new ButtonGroup();
        for (MediaDevice device : found) {
            JMenuItem item = lasting ? new JRadioButtonMenuItem(device.name()) : new JMenuItem(device.name());
            if (lasting) {
                group.add(item);
                item.setSelected(device.equals(chosen.getOrDefault(device.kind(), found.get(0))));
            }
            item.addActionListener(event -> {
                chosen.put(device.kind(), device);
                onChoice.accept(device);
            });
            menu.insert(item, place++);
        }
        if (menu.isVisible()) {
            menu.pack();
            showAbove(menu, anchor);
        }
    }

    /** Opens a menu above a component, from its left edge. */
    static void showAbove(JPopupMenu menu, Component anchor) {
        if (anchor.isShowing()) {
            menu.show(anchor, 0, -menu.getPreferredSize().height - com.formdev.flatlaf.util.UIScale.scale(8));
        }
    }

    private static JMenuItem disabled(String text) {
        JMenuItem item = new JMenuItem(text);
        item.setEnabled(false);
        return item;
    }
}
