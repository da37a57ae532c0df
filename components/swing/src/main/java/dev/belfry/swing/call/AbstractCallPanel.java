package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSnapshot;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.beans.BeanProperty;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * What all call panels have in common. A panel listens to its controller only while it is in a window that is
 * displayable, under an id of its own; removed from there it keeps no listener, timer or video.
 *
 * <p>All methods belong to the event dispatch thread. The controller may call back on any thread, best on this one:
 * {@code CallController.builder(...).callbackExecutor(SwingUtilities::invokeLater)}.
 *
 * @since 0.1
 */
public abstract class AbstractCallPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient List<Screen> screens;
    private final Dimension preferred;
    private final String listenerId = "dev.belfry.swing." + UUID.randomUUID();
    private final transient WindowCloseHangUp windowClose = new WindowCloseHangUp(this, this::onWindowClosed);
    private transient @Nullable CallController controller;
    private transient @Nullable CallController listeningTo;
    private transient CallSnapshot snapshot = CallSnapshot.idle(ConnectionState.CONNECTED);
    private boolean endCallOnWindowClose = true;

    /** Creates a panel that shows the first of some screens that is for how things stand. */
    AbstractCallPanel(Dimension preferredSize, Screen... screens) {
        super(new BorderLayout());
        this.preferred = preferredSize;
        this.screens = List.of(screens);
        render(snapshot);
    }

    /** Returns the controller whose call is shown, or null. */
    public @Nullable CallController getController() {
        return controller;
    }

    /** Sets the controller whose call is shown. Bound. */
    @BeanProperty(preferred = true, description = "The call controller that all panels of the application share.")
    public void setController(@Nullable CallController newController) {
        Edt.require();
        CallController old = controller;
        if (old == newController) {
            return;
        }
        stopListening();
        controller = newController;
        render(CallSnapshot.idle(ConnectionState.CONNECTED));
        if (isDisplayable()) {
            startListening();
        }
        firePropertyChange("controller", old, newController);
    }

    /** Returns whether closing the window ends the call. */
    public boolean isEndCallOnWindowClose() {
        return endCallOnWindowClose;
    }

    /**
     * Sets whether closing the window ends the call: true unless the host wants calls to outlive the window. Where the
     * window does nothing on close by itself, the call goes on until the host disposes of the window. Bound.
     */
    @BeanProperty(description = "Whether closing the window ends the call.")
    public void setEndCallOnWindowClose(boolean end) {
        Edt.require();
        boolean old = endCallOnWindowClose;
        endCallOnWindowClose = end;
        firePropertyChange("endCallOnWindowClose", old, end);
    }

    @Override
    public void addNotify() {
        Edt.require();
        super.addNotify();
        windowClose.install();
        startListening();
    }

    @Override
    public void removeNotify() {
        stopListening();
        windowClose.uninstall();
        super.removeNotify();
    }

    @Override
    public Dimension getPreferredSize() {
        return isPreferredSizeSet() ? super.getPreferredSize() : UIScale.scale(preferred);
    }

    private void startListening() {
        CallController source = controller;
        if (source == null || listeningTo == source) {
            return;
        }
        listeningTo = source;
        render(source.snapshot());
        source.addStateListener(
                listenerId,
                changed -> Edt.run(() -> {
                    if (listeningTo == source) {
                        render(changed);
                    }
                }));
        source.addSessionListener(listenerId, new SessionListener() {
            @Override
            public void onAudioLevelChanged(Participant participant, double level) {
                onScreens(source, screen -> screen.showLevel(participant.id(), level));
            }

            @Override
            public void onDominantSpeakerChanged(Participant participant) {
                onScreens(source, screen -> screen.showSpeaker(participant.id()));
            }
        });
    }

    private void onScreens(CallController source, Consumer<Screen> change) {
        Edt.run(() -> {
            if (listeningTo == source) {
                screens.forEach(change);
            }
        });
    }

    private void stopListening() {
        if (listeningTo != null) {
            listeningTo.removeStateListener(listenerId);
            listeningTo.removeSessionListener(listenerId);
            listeningTo = null;
        }
    }

    private void render(CallSnapshot changed) {
        snapshot = changed;
        for (Screen screen : screens) {
            if (screen.shows(changed)) {
                put(screen.show(changed, listeningTo));
                return;
            }
        }
    }

    private void put(JComponent view) {
        if (getComponentCount() > 0 && getComponent(0) == view) {
            return;
        }
        // or the focus would go on by itself to a button of the next view, where a key already pressed presses it
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        boolean focused = owner != null && SwingUtilities.isDescendingFrom(owner, this);
        removeAll();
        add(view);
        if (focused) {
            view.requestFocusInWindow();
        }
        revalidate();
        repaint();
    }

    private void onWindowClosed() {
        CallPhase phase = snapshot.phase();
        if (endCallOnWindowClose && controller != null && phase != CallPhase.IDLE && phase != CallPhase.ENDED) {
            controller.hangUp();
        }
    }
}
