package dev.belfry.media.device;

import dev.belfry.call.spi.MediaDevice;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The screens that AWT knows, with their places in device pixels, the main one first. */
final class Screens {
    private static final String BUNDLE = "dev.belfry.media.device.devices";

    private Screens() {}

    /**
     * One screen.
     *
     * @param place where it lies on the desktop, in device pixels
     * @param index its number in the system's own order
     */
    record Screen(String id, Rectangle place, int index) {}

    /** Returns the screens, none where there is no display. */
    static List<Screen> all() {
        List<Screen> screens = new ArrayList<>();
        if (GraphicsEnvironment.isHeadless()) {
            return screens;
        }
        GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        GraphicsDevice main = environment.getDefaultScreenDevice();
        GraphicsDevice[] devices = environment.getScreenDevices();
        for (int i = 0; i < devices.length; i++) {
            Screen screen = new Screen(devices[i].getIDstring(), place(devices[i]), i);
            screens.add(devices[i].equals(main) ? 0 : screens.size(), screen);
        }
        return screens;
    }

    /** Returns screens as the user is to see them. */
    static List<MediaDevice> describe(List<Screen> screens, Locale locale) {
        String name = ResourceBundle.getBundle(BUNDLE, locale, Screens.class.getModule())
                .getString("screen");
        MessageFormat format = new MessageFormat(name, locale);
        List<MediaDevice> described = new ArrayList<>();
        for (Screen screen : screens) {
            String number = Integer.toString(described.size() + 1);
            String width = Integer.toString(screen.place().width);
            String height = Integer.toString(screen.place().height);
            described.add(new MediaDevice(
                    screen.id(), format.format(new Object[] {number, width, height}), MediaDevice.Kind.SCREEN));
        }
        return List.copyOf(described);
    }

    private static Rectangle place(GraphicsDevice device) {
        Rectangle bounds = device.getDefaultConfiguration().getBounds();
        AffineTransform scale = device.getDefaultConfiguration().getDefaultTransform();
        return new Rectangle(
                (int) Math.round(bounds.x * scale.getScaleX()),
                (int) Math.round(bounds.y * scale.getScaleY()),
                (int) Math.round(bounds.width * scale.getScaleX()),
                (int) Math.round(bounds.height * scale.getScaleY()));
    }
}
