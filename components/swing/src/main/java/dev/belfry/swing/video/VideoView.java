package dev.belfry.swing.video;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoTrack;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.event.HierarchyEvent;
import java.awt.event.HierarchyListener;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.function.Supplier;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.UIManager;
import javax.swing.plaf.ColorUIResource;
import javax.swing.plaf.UIResource;
import org.jspecify.annotations.Nullable;

/**
 * Paints the pictures of a {@link VideoTrack}: sharp at every scale of the display, in the right colours, turned as
 * the picture asks, and mirrored for a self-view.
 *
 * <p>A frame is scaled and turned into pixels on the track's thread; the event dispatch thread only copies them to the
 * screen. It holds no frame beyond the call of its sink. While it is not displayed it holds no native memory and no
 * listener on the track; while it cannot be seen it converts nothing.
 *
 * <p>A JavaBean; all its methods belong to the event dispatch thread. Bars around the picture have the colour of
 * {@link #getBackground()}, by default that of the UI key {@code Belfry.stage.background}.
 *
 * @since 0.1
 */
public final class VideoView extends JComponent {
    /** Bound property, a {@code Boolean}: whether the present track has delivered a frame. */
    public static final String RECEIVING = "receiving";

    private static final ColorUIResource STAGE = new ColorUIResource(0x0E1013);

    private final TripleBuffer<Picture> pictures = new TripleBuffer<>(Picture::new);
    private final Presentation presentation = new Presentation();
    private final PicturePainter painter = new PicturePainter();
    private final HierarchyListener visibility = this::onHierarchyChange;
    private @Nullable Supplier<? extends PictureScaler> scalers;
    private @Nullable VideoTrack track;
    private @Nullable FrameConverter converter;
    private @Nullable VideoTrack connectedTrack;
    private @Nullable PaintListener paintListener;
    private boolean receiving;
    private boolean hasPicture;
    private long painted;

    /** Creates a view that shows an empty stage until it has scalers and a track. */
    public VideoView() {
        setOpaque(true);
        setDoubleBuffered(true);
        updateUI();
    }

    /** Creates a view; see {@link #setScalers}. */
    public VideoView(Supplier<? extends PictureScaler> scalers) {
        this();
        setScalers(scalers);
    }

    /**
     * Sets what makes the scaler that turns frames into pixels. Called at most once for each time the view is
     * connected to a track, on the track's thread; the view closes what it gets.
     */
    public void setScalers(@Nullable Supplier<? extends PictureScaler> newScalers) {
        disconnect();
        scalers = newScalers;
        connect();
    }

    /** Returns the track shown, or null. */
    public @Nullable VideoTrack getTrack() {
        return track;
    }

    /** Shows another track, or with null the empty stage. The picture of the former track goes at once. */
    public void setTrack(@Nullable VideoTrack newTrack) {
        if (newTrack == track) {
            return;
        }
        disconnect();
        VideoTrack old = track;
        track = newTrack;
        pictures.take();
        hasPicture = false;
        setReceiving(false);
        connect();
        firePropertyChange("track", old, newTrack);
        repaint();
    }

    /** Returns whether left and right are swapped. */
    public boolean isMirrored() {
        return presentation.mirrored();
    }

    /** Swaps left and right, as people know themselves from a mirror. Takes hold with the next frame. */
    public void setMirrored(boolean mirrored) {
        boolean old = isMirrored();
        presentation.setMirrored(mirrored);
        firePropertyChange("mirrored", old, mirrored);
    }

    /** Returns how a picture of another shape fills the view; {@link Fit#CONTAIN} by default. */
    public Fit getFit() {
        return presentation.fit();
    }

    /** Sets how a picture of another shape fills the view. */
    public void setFit(Fit fit) {
        Fit old = getFit();
        presentation.setFit(Objects.requireNonNull(fit, "fit"));
        firePropertyChange("fit", old, fit);
        repaint();
    }

    /** Returns whether the picture is shown without its colours. */
    public boolean isDesaturated() {
        return presentation.desaturated();
    }

    /** Shows the picture in greys, as while a connection is being restored. Off, colours return with the next frame. */
    public void setDesaturated(boolean desaturated) {
        boolean old = isDesaturated();
        presentation.setDesaturated(desaturated);
        firePropertyChange("desaturated", old, desaturated);
        repaint();
    }

    /** Returns how much of the stage's colour lies over the picture. */
    public float getDimming() {
        return painter.dimming();
    }

    /**
     * Lays the stage's colour over the picture, as behind text.
     *
     * @param dimming from 0, the picture alone and the default, to 1, the stage alone
     */
    public void setDimming(float dimming) {
        if (!(dimming >= 0 && dimming <= 1)) {
            throw new IllegalArgumentException("dimming is 0 to 1, not " + dimming);
        }
        float old = getDimming();
        painter.setDimming(dimming);
        firePropertyChange("dimming", old, dimming);
        repaint();
    }

    /** Sets who hears of each picture painted, or null; without one it costs nothing. */
    public void setPaintListener(@Nullable PaintListener listener) {
        paintListener = listener;
    }

    /** Returns whether the present track has delivered a frame; bound as {@link #RECEIVING}, seen or unseen. */
    public boolean isReceiving() {
        return receiving;
    }

    /** Returns how many frames came from tracks while this view was displayed, seen or unseen. On any thread. */
    public long framesReceived() {
        return presentation.received();
    }

    /** Returns how many frames were painted; fewer than came when the event dispatch thread was late. */
    public long framesPainted() {
        return painted;
    }

    /** Returns a copy of the picture last painted, in device pixels and as shown but undimmed, or null without one. */
    public @Nullable BufferedImage snapshot() {
        return hasPicture ? pictures.front().copy() : null;
    }

    @Override
    public void addNotify() {
        super.addNotify();
        addHierarchyListener(visibility);
        connect();
    }

    @Override
    public void removeNotify() {
        removeHierarchyListener(visibility);
        disconnect();
        presentation.setBox(0, 0);
        super.removeNotify();
    }

    @Override
    public void updateUI() {
        if (getBackground() == null || getBackground() instanceof UIResource || !isBackgroundSet()) {
            Color stage = UIManager.getColor("Belfry.stage.background");
            setBackground(stage == null ? STAGE : stage);
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return isPreferredSizeSet() ? super.getPreferredSize() : new Dimension(320, 180);
    }

    @Override
    protected void paintComponent(Graphics g) {
        boolean fresh = pictures.take();
        hasPicture |= fresh;
        presentation.countPainted();
        Picture picture = hasPicture ? pictures.front() : null;
        if (picture != null && isDesaturated()) {
            picture.turnGrey();
        }
        painter.paint(this, g, picture, getFit());
        if (painter.isOnScreen()) {
            presentation.setBox(painter.boxWidth(), painter.boxHeight());
        }
        if (fresh) {
            painted++;
            if (paintListener != null) {
                Picture shown = pictures.front();
                paintListener.framePainted(this, shown.sequence, shown.captureNanos);
            }
        }
    }

    private void connect() {
        if (converter != null || track == null || scalers == null || !isDisplayable()) {
            return;
        }
        VideoTrack source = track;
        Runnable onFirstFrame = () -> EventQueue.invokeLater(() -> setReceiving(track == source));
        FrameConverter sink = new FrameConverter(scalers, pictures, presentation, onFirstFrame, this::repaint);
        converter = sink;
        connectedTrack = source;
        source.addSink(sink);
    }

    private void disconnect() {
        FrameConverter sink = converter;
        if (sink == null || connectedTrack == null) {
            return;
        }
        converter = null;
        connectedTrack.removeSink(sink);
        connectedTrack = null;
        sink.close();
    }

    private void setReceiving(boolean now) {
        boolean old = receiving;
        receiving = now;
        firePropertyChange(RECEIVING, old, now);
    }

    private void onHierarchyChange(HierarchyEvent event) {
        if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && !isShowing()) {
            presentation.setBox(0, 0);
        }
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleVideoView();
        }
        return accessibleContext;
    }

    /** A picture without parts; whose picture it is, the accessible name tells. */
    private final class AccessibleVideoView extends AccessibleJComponent {
        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.CANVAS;
        }
    }
}
