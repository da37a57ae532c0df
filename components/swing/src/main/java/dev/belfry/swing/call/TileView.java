package dev.belfry.swing.call;

import com.formdev.flatlaf.util.UIScale;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.swing.controls.Avatar;
import dev.belfry.swing.controls.ClippedPanel;
import dev.belfry.swing.controls.Glyph;
import dev.belfry.swing.controls.RoundedPanel;
import dev.belfry.swing.controls.TextLabel;
import dev.belfry.swing.controls.Tone;
import dev.belfry.swing.video.Fit;
import dev.belfry.swing.video.VideoView;
import java.awt.Dimension;
import java.util.function.Supplier;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** One person in a call: pictures, or the avatar while there are none, and the name where there are several. */
final class TileView extends ClippedPanel {
    private static final long serialVersionUID = 1;
    /** Below this width a name says nothing. */
    private static final int NAME_WIDTH = 96;
    /** Below this height a name would cover the avatar. */
    private static final int NAME_HEIGHT = 88;

    private final VideoView video = new VideoView();
    private final Avatar avatar = new Avatar(96);
    private final RoundedPanel label =
            new RoundedPanel(new MigLayout("insets 4 8 4 8, gap 4, hidemode 3"), Tone.STAGE, 0.72f, 8);
    private final TextLabel name = new TextLabel(TextLabel.Style.STAGE_SECONDARY);
    private final TextLabel muted = new TextLabel(TextLabel.Style.STAGE_BODY);
    private boolean named;

    TileView() {
        super(null, 0);
        setOpaque(true);
        setBackground(Tone.STAGE.color());
        muted.setBackground(Tone.STAGE.color());
        muted.setIcon(Glyph.MIC_OFF.icon(18));
        label.add(muted);
        label.add(name, "wmin 0");
        avatar.setRingRoom(true);
        add(label);
        add(avatar);
        add(video);
        video.addPropertyChangeListener(VideoView.RECEIVING, event -> update());
    }

    void setScalers(@Nullable Supplier<? extends PictureScaler> scalers) {
        video.setScalers(scalers);
    }

    /** Shows a person. */
    void show(Participation person) {
        avatar.show(person.uid(), person.name());
        name.setText(person.name());
        muted.setVisible(person.audioMuted());
        video.setTrack(person.video());
        video.getAccessibleContext().setAccessibleName(Words.of("talk.video", person.spoken()));
        getAccessibleContext().setAccessibleName(person.spoken());
        update();
        revalidate();
    }

    /** Sets whether the name shows: where it has to tell people apart, as far as there is room. */
    void setNamed(boolean newNamed) {
        named = newNamed;
        revalidate();
    }

    void setLevel(double level) {
        avatar.setLevel(level);
    }

    void setMirrored(boolean mirrored) {
        video.setMirrored(mirrored);
    }

    void setFit(Fit fit) {
        video.setFit(fit);
    }

    void setGrey(boolean grey) {
        video.setDesaturated(grey);
    }

    private void update() {
        boolean picture = video.getTrack() != null && video.isReceiving();
        video.setVisible(video.getTrack() != null);
        avatar.setVisible(!picture);
        revalidate();
        repaint();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Tone.STAGE.color());
        if (video != null) {
            video.setBackground(Tone.STAGE.color());
        }
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int height = getHeight();
        video.setBounds(0, 0, width, height);
        int room = UIScale.unscale(Math.min(width, height));
        avatar.setRingRoom(room >= 200);
        avatar.setDiameter(room < 128 ? Math.max(32, room / 2) : room < 280 ? 64 : 96);
        Dimension size = avatar.getPreferredSize();
        avatar.setBounds((width - size.width) / 2, (height - size.height) / 2, size.width, size.height);
        int edge = UIScale.scale(8);
        boolean free = !avatar.isVisible() || height >= UIScale.scale(NAME_HEIGHT);
        name.setVisible(named && free && width >= UIScale.scale(NAME_WIDTH));
        label.setVisible(name.isVisible() || muted.isVisible());
        Dimension text = label.getPreferredSize();
        int labelWidth = Math.min(text.width, Math.max(0, width - 2 * edge));
        label.setBounds(edge, height - text.height - edge, labelWidth, text.height);
    }
}
