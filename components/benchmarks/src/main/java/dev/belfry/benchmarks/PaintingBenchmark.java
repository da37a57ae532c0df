package dev.belfry.benchmarks;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.media.picture.FrameFanOut;
import dev.belfry.swing.video.VideoView;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import javax.swing.JFrame;
import org.bytedeco.javacv.CanvasFrame;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A 720p picture in I420 onto a window of its size; an operation ends when the picture was painted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 8)
@Measurement(iterations = 5, time = 3)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class PaintingBenchmark {
    private static final int REPAINTS = 100;

    private final Semaphore painted = new Semaphore(0);
    private final int[] raster = new int[Clip.WIDTH * Clip.HEIGHT];
    private final FrameFanOut track = new FrameFanOut();
    private Clip clip;
    private PictureScaler scaler;
    private PlainConversion plain;
    private JavaCvPicture picture;
    private @Nullable JFrame window;
    private @Nullable CanvasFrame canvas;
    private @Nullable VideoView view;
    private final ImageView imageView = new ImageView(painted);
    private final Java2DFrameConverter converter = new Java2DFrameConverter();

    /** Makes the pictures. Windows are made by what shows them, at its first operation, in the warm-up. */
    @Setup
    public void open() throws Exception {
        clip = new Clip();
        scaler = Scalers.create();
        plain = new PlainConversion();
        picture = new JavaCvPicture();
    }

    @TearDown
    public void close() throws Exception {
        EventQueue.invokeAndWait(() -> {
            if (window != null) {
                window.dispose();
            }
            if (canvas != null) {
                canvas.dispose();
            }
        });
        scaler.close();
        plain.close();
        picture.close();
        clip.close();
    }

    /** The floor: libswscale's conversion of the colours and the copy into a raster. Nothing is painted. */
    @Benchmark
    public int[] floor() {
        plain.convert(clip.next(), raster);
        return raster;
    }

    /** The same by Belfry's scaler. */
    @Benchmark
    public int[] scaler() {
        scaler.scale(clip.next(), Clip.WIDTH, Clip.HEIGHT, raster);
        return raster;
    }

    /** Belfry's component. */
    @Benchmark
    public void videoView() throws Exception {
        view();
        track.onFrame(clip.next());
        painted.acquire();
    }

    /** Swing's own share: the last picture painted again. */
    @Benchmark
    @OperationsPerInvocation(REPAINTS)
    public void repaint() throws Exception {
        VideoView shown = view();
        EventQueue.invokeAndWait(() -> {
            for (int i = 0; i < REPAINTS; i++) {
                shown.paintImmediately(0, 0, Clip.WIDTH, Clip.HEIGHT);
            }
        });
    }

    /** JavaCV's window. */
    @Benchmark
    public void javacvCanvasFrame() throws Exception {
        CanvasFrame shown = canvas;
        if (shown == null) {
            shown = new CanvasFrame("CanvasFrame", 1);
            shown.setCanvasSize(Clip.WIDTH, Clip.HEIGHT);
            canvas = shown;
        }
        shown.showImage(picture.from(clip.next()));
    }

    /** JavaCV's converter with a component that draws its image, as its users do. */
    @Benchmark
    public void javacvConverter() throws Exception {
        if (window == null) {
            EventQueue.invokeAndWait(() -> window = show(imageView));
        }
        imageView.show(converter.convert(picture.from(clip.next())));
        painted.acquire();
    }

    private VideoView view() throws Exception {
        VideoView shown = view;
        if (shown == null) {
            shown = new VideoView(Scalers::create);
            view = shown;
            VideoView made = shown;
            EventQueue.invokeAndWait(() -> {
                made.setPaintListener((source, sequence, nanos) -> painted.release());
                made.setTrack(track);
                window = show(made);
            });
            do {
                track.onFrame(clip.next());
            } while (!painted.tryAcquire(50, TimeUnit.MILLISECONDS));
            EventQueue.invokeAndWait(painted::drainPermits);
        }
        return shown;
    }

    private static JFrame show(JComponent content) {
        content.setPreferredSize(new Dimension(Clip.WIDTH, Clip.HEIGHT));
        JFrame frame = new JFrame();
        frame.setUndecorated(true);
        frame.setContentPane(content);
        frame.pack();
        frame.setVisible(true);
        return frame;
    }

    /** Draws an image and tells when it did. */
    static final class ImageView extends JComponent {
        private final transient Semaphore painted;
        private transient volatile @Nullable BufferedImage image;

        ImageView(Semaphore painted) {
            this.painted = painted;
            setOpaque(true);
        }

        void show(BufferedImage newImage) {
            image = newImage;
            repaint();
        }

        @Override
        protected void paintComponent(Graphics g) {
            BufferedImage present = image;
            if (present != null) {
                g.drawImage(present, 0, 0, getWidth(), getHeight(), null);
                painted.release();
            }
        }
    }
}
