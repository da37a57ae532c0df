package dev.belfry.demo.headless;

import dev.belfry.themes.BelfryLightLaf;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;

/** Where the panels of both users are shown and photographed. All methods belong to the event dispatch thread. */
interface Stage extends AutoCloseable {
    /** How wide each user's window is inside, in pixels. */
    int WIDTH = 960;

    int HEIGHT = 640;

    /** Sets Belfry's look and feel and returns real windows where there is a display, else a stage that paints into memory. */
    static Stage open() {
        BelfryLightLaf.setup();
        return GraphicsEnvironment.isHeadless() ? new MemoryStage() : new WindowStage();
    }

    /** Shows a user's content, in a window of its own. */
    void show(String uid, JComponent content);

    /** Returns what a user's window now shows. */
    BufferedImage photograph(String uid);

    /** Closes every window. */
    @Override
    void close();
}
