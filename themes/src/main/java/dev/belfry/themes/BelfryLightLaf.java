package dev.belfry.themes;

import com.formdev.flatlaf.FlatLightLaf;

/**
 * Belfry Light: FlatLaf's light theme in Belfry's colours. Its UI keys are in {@code BelfryLightLaf.properties}; those
 * that begin with {@code Belfry.} are read by Belfry's panels, which do without them under any other look and feel.
 *
 * @since 0.1
 */
public class BelfryLightLaf extends FlatLightLaf {
    private static final long serialVersionUID = 1;

    /** The name that users see. */
    public static final String NAME = "Belfry Light";

    /**
     * Makes this the application's look and feel; on the event dispatch thread, or before the first window.
     *
     * @return whether it could be set
     */
    public static boolean setup() {
        return setup(new BelfryLightLaf());
    }

    /** Adds this to {@link javax.swing.UIManager#getInstalledLookAndFeels()}. */
    public static void installLafInfo() {
        installLafInfo(NAME, BelfryLightLaf.class);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getDescription() {
        return "Belfry's light look and feel";
    }
}
