package dev.belfry.swing.call;

import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.UIManager;

/**
 * Paints every state of every view, in a real window, into PNG files: for each look and feel named, narrow and
 * wide, at the scale of the display. {@code java -Dsun.java2d.uiScale=2 ... Screenshots DIRECTORY [LAF-CLASS...]}
 */
final class Screenshots {
    private static final int[][] SIZES = {{280, 200}, {360, 128}, {360, 560}, {640, 480}, {1000, 640}};

    private Screenshots() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        for (int i = 1; i < args.length; i++) {
            String look = args[i];
            EventQueue.invokeAndWait(() -> install(look));
            String name = look.substring(look.lastIndexOf('.') + 1);
            for (int[] size : SIZES) {
                for (Map.Entry<String, Supplier<JComponent>> state :
                        Gallery.states().entrySet()) {
                    if (size[1] >= 200 || state.getKey().startsWith("incoming")) {
                        shoot(directory.resolve(name), state.getKey(), state.getValue(), size[0], size[1]);
                    }
                }
            }
        }
        System.exit(0);
    }

    static void install(String look) {
        try {
            UIManager.setLookAndFeel(look);
        } catch (ReflectiveOperationException | javax.swing.UnsupportedLookAndFeelException e) {
            throw new IllegalArgumentException(look, e);
        }
    }

    /** Paints one state; on any thread but the event dispatch thread. */
    static void shoot(Path directory, String name, Supplier<JComponent> state, int width, int height) throws Exception {
        Files.createDirectories(directory);
        CompletableFuture<JFrame> window = new CompletableFuture<>();
        EventQueue.invokeAndWait(() -> {
            JFrame frame = new JFrame(name);
            frame.setUndecorated(true);
            frame.setContentPane(state.get());
            frame.setSize(width, height);
            frame.setVisible(true);
            window.complete(frame);
        });
        for (int round = 0; round < 3; round++) {
            // what is drawn may ask to be drawn again: a picture in its new size, an animation
            Gallery.showPictures();
            EventQueue.invokeAndWait(() -> window.join().getContentPane().repaint());
        }
        EventQueue.invokeAndWait(() -> {
            int scale = (int) window.join()
                    .getGraphicsConfiguration()
                    .getDefaultTransform()
                    .getScaleX();
            save(window.join(), scale, directory.resolve(name + "-" + width + "x" + height + "@" + scale + "x.png"));
            window.join().dispose();
        });
    }

    private static void save(JFrame frame, int scale, Path file) {
        int width = frame.getContentPane().getWidth() * scale;
        int height = frame.getContentPane().getHeight() * scale;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        frame.getContentPane().paint(g);
        g.dispose();
        File target = file.toFile();
        try {
            ImageIO.write(image, "png", target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
