package dev.belfry.swing.call;

import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import org.jspecify.annotations.Nullable;

/** Buttons of which one can be pressed once: a double click, or accept and then decline, does nothing more. */
final class OneShot {
    private final List<AbstractButton> buttons = new ArrayList<>();
    private @Nullable Object occasion;
    private boolean spent;

    void add(AbstractButton button, Runnable action) {
        buttons.add(button);
        button.addActionListener(event -> fire(action));
    }

    /** Makes the buttons usable again if the occasion is another one than before. */
    void arm(Object newOccasion) {
        if (!newOccasion.equals(occasion)) {
            occasion = newOccasion;
            rearm();
        }
    }

    /** Makes the buttons usable again: what they did has failed. */
    void rearm() {
        spent = false;
        buttons.forEach(button -> button.setEnabled(true));
    }

    private void fire(Runnable action) {
        if (spent) {
            return;
        }
        spent = true;
        buttons.forEach(button -> button.setEnabled(false));
        action.run();
    }
}
