package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.swing.controls.ClockLabel;
import dev.belfry.swing.controls.Measures;
import dev.belfry.swing.controls.ShowingTimer;
import dev.belfry.swing.controls.TextLabel;
import dev.belfry.swing.controls.Tone;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Whom one talks to and for how long, on a gradient that keeps it readable on any picture. */
final class CallHeader extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int TICK_MILLIS = 250;

    private final TextLabel name = new TextLabel(TextLabel.Style.STAGE_STRONG);
    private final TextLabel status = new TextLabel(TextLabel.Style.STAGE_BODY);
    private final ClockLabel clock = new ClockLabel(TextLabel.Style.STAGE_BODY);
    private final TextLabel hint = new TextLabel(TextLabel.Style.STAGE_SECONDARY);
    private final ShowingTimer ticking = new ShowingTimer(this, TICK_MILLIS, event -> tick());
    private InstantSource time = InstantSource.system();
    private @Nullable Instant since;

    CallHeader() {
        super(new MigLayout());
        setOpaque(false);
        name.setName("name");
        status.setName("status");
        clock.setName("timer");
        add(name);
        add(clock);
        add(status);
        add(hint);
    }

    void setTime(InstantSource source) {
        time = source;
    }

    void show(String who, String state, boolean showHint, @Nullable Instant connectedAt, boolean timer) {
        name.setText(who);
        status.setText(state);
        status.setVisible(!state.isEmpty());
        hint.setText(Words.of("talk.giveUp"));
        hint.setVisible(showHint);
        since = timer && state.isEmpty() ? connectedAt : null;
        clock.setVisible(since != null);
        ticking.setWanted(since != null);
        tick();
    }

    void arrange(int width) {
        int padding = width < Measures.NARROW ? 12 : 16;
        MigLayout layout = (MigLayout) getLayout();
        layout.setLayoutConstraints("insets " + Measures.px(padding) + ", gap 0, hidemode 3, wrap 1, novisualpadding");
        layout.setColumnConstraints("[grow, left]");
        layout.setComponentConstraints(name, "wmin 0");
        layout.setComponentConstraints(clock, "gaptop " + Measures.px(2));
        layout.setComponentConstraints(status, "wmin 0, gaptop " + Measures.px(2));
        layout.setComponentConstraints(hint, "wmin 0, gaptop " + Measures.px(2));
    }

    /** Returns the height of the words, without the lower part of the gradient. */
    int textHeight() {
        return getPreferredSize().height;
    }

    private void tick() {
        if (since != null) {
            clock.setTime(Duration.between(since, time.instant()));
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Color stage = Tone.STAGE.color();
        Color dark = new Color(stage.getRed(), stage.getGreen(), stage.getBlue(), 190);
        Color clear = new Color(stage.getRed(), stage.getGreen(), stage.getBlue(), 0);
        g.setPaint(new GradientPaint(0, 0, dark, 0, getHeight(), clear));
        g.fillRect(0, 0, getWidth(), getHeight());
        g.dispose();
    }

    /** Returns the height with the gradient that runs out below the words. */
    int fullHeight() {
        return textHeight() + UIScale.scale(24);
    }

    /** The mouse goes through to what is below. */
    @Override
    public boolean contains(int x, int y) {
        return false;
    }
}
