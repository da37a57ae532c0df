package dev.belfry.benchmarks;

import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.FrameFanOut;
import dev.belfry.swing.video.VideoView;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.GridLayout;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Sixteen pictures of 720p, thirty times a second each, in a window of four by four tiles; an operation is 5 s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 2)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class TilesBenchmark {
    static final int SECONDS = 5;

    private static final int TILES = 16;
    private static final int SOURCE_THREADS = 4;
    private static final long PERIOD_NANOS = 1_000_000_000 / Clip.FPS;

    private final List<AutoCloseable> resources = new ArrayList<>();
    private Clip clip;
    private final JFrame window = new JFrame();

    /** How many pictures were sent, and how many painted. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Counts {
        public long sent;
        public long painted;
    }

    @Setup
    public void open() throws Exception {
        clip = new Clip();
        EventQueue.invokeAndWait(() -> window.setUndecorated(true));
    }

    @TearDown
    public void close() throws Exception {
        EventQueue.invokeAndWait(() -> window.dispose());
        for (AutoCloseable resource : resources) {
            resource.close();
        }
        clip.close();
    }

    /** Belfry's component. */
    @Benchmark
    public void videoView(Counts counts) throws Exception {
        List<Consumer<NativeFrame>> tiles = new ArrayList<>();
        List<VideoView> views = new ArrayList<>();
        showTiles(grid -> {
            for (int i = 0; i < TILES; i++) {
                FrameFanOut track = new FrameFanOut();
                VideoView view = new VideoView(Scalers::create);
                view.setTrack(track);
                views.add(view);
                grid.add(view);
                tiles.add(track::onFrame);
            }
        });
        counts.sent += send(tiles);
        EventQueue.invokeAndWait(() -> counts.painted +=
                views.stream().mapToLong(VideoView::framesPainted).sum());
    }

    /** JavaCV's converter with a component that draws its image, enlarged or reduced as it is drawn. */
    @Benchmark
    public void javacvConverter(Counts counts) throws Exception {
        List<Consumer<NativeFrame>> tiles = new ArrayList<>();
        AtomicLong painted = new AtomicLong();
        showTiles(grid -> {
            for (int i = 0; i < TILES; i++) {
                JavaCvPicture picture = new JavaCvPicture();
                resources.add(picture);
                Java2DFrameConverter converter = new Java2DFrameConverter();
                Tile tile = new Tile(painted);
                grid.add(tile);
                tiles.add(frame -> tile.show(converter.convert(picture.from(frame))));
            }
        });
        counts.sent += send(tiles);
        EventQueue.invokeAndWait(() -> counts.painted += painted.get());
    }

    private void showTiles(Consumer<JPanel> filler) throws Exception {
        EventQueue.invokeAndWait(() -> {
            JPanel grid = new JPanel(new GridLayout(4, 4));
            grid.setPreferredSize(new Dimension(Clip.WIDTH, Clip.HEIGHT));
            filler.accept(grid);
            window.setContentPane(grid);
            window.pack();
            window.setVisible(true);
        });
        // The first painting tells the views their size.
        EventQueue.invokeAndWait(() -> window.getRootPane().paintImmediately(0, 0, Clip.WIDTH, Clip.HEIGHT));
    }

    private long send(List<Consumer<NativeFrame>> tiles) throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        List<Future<?>> running = new ArrayList<>();
        ScheduledExecutorService sources = Executors.newScheduledThreadPool(SOURCE_THREADS);
        for (int i = 0; i < TILES; i++) {
            Consumer<NativeFrame> tile = tiles.get(i);
            NativeFrame frame = clip.next();
            Runnable source = () -> {
                tile.accept(frame);
                sent.incrementAndGet();
            };
            running.add(
                    sources.scheduleAtFixedRate(source, i * PERIOD_NANOS / TILES, PERIOD_NANOS, TimeUnit.NANOSECONDS));
        }
        TimeUnit.SECONDS.sleep(SECONDS);
        for (Future<?> source : running) {
            if (source.isDone()) {
                throw new IllegalStateException("a source failed: " + source);
            }
        }
        sources.shutdown();
        if (!sources.awaitTermination(5, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a source does not end");
        }
        return sent.get();
    }

    /** Draws each image once and counts it. */
    static final class Tile extends JComponent {
        private final transient AtomicLong painted;
        private transient volatile @Nullable BufferedImage image;
        private boolean fresh;

        Tile(AtomicLong painted) {
            this.painted = painted;
            setOpaque(true);
        }

        void show(BufferedImage newImage) {
            synchronized (this) {
                image = newImage;
                fresh = true;
            }
            repaint();
        }

        @Override
        protected void paintComponent(Graphics g) {
            synchronized (this) {
                if (fresh) {
                    painted.incrementAndGet();
                    fresh = false;
                }
            }
            if (image != null) {
                g.drawImage(image, 0, 0, getWidth(), getHeight(), null);
            }
        }
    }
}
