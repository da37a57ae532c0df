package dev.belfry.swing.video;

import dev.belfry.testkit.FakeVideoTrack;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;

/** Run in a JVM whose display has another scale: shows a view there and compares the screen with what it was given. */
final class ScaledDisplay {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    private final FakeVideoTrack track = new FakeVideoTrack();
    private final GridScaler scaler = new GridScaler();
    private final CountDownLatch painted = new CountDownLatch(1);
    private final VideoView view = new VideoView(() -> scaler);

    private ScaledDisplay() {}

    /** Prints the scale and what was wrong, or "exact". */
    public static void main(String[] args) throws Exception {
        ScaledDisplay display = new ScaledDisplay();
        JFrame[] window = new JFrame[1];
        EventQueue.invokeAndWait(() -> window[0] = display.show());
        System.out.println(display.compare());
        EventQueue.invokeAndWait(window[0]::dispose);
    }

    private JFrame show() {
        view.setPreferredSize(new Dimension(WIDTH, HEIGHT));
        view.setTrack(track);
        view.setPaintListener((source, sequence, nanos) -> {
            if (scaler.width > WIDTH) {
                painted.countDown();
            }
        });
        JFrame window = new JFrame();
        window.setUndecorated(true);
        window.setContentPane(view);
        window.pack();
        window.setLocation(20, 20);
        window.setVisible(true);
        return window;
    }

    private String compare() throws Exception {
        PlainFrame frame = new PlainFrame(1280, 720);
        for (int i = 0; i < 500 && !painted.await(10, TimeUnit.MILLISECONDS); i++) {
            track.push(frame);
        }
        Robot robot = new Robot();
        robot.waitForIdle();
        double scale = view.getGraphicsConfiguration().getDefaultTransform().getScaleX();
        Point corner = view.getLocationOnScreen();
        Rectangle area = new Rectangle(corner.x, corner.y, WIDTH, HEIGHT);
        MultiResolutionImage captured = robot.createMultiResolutionScreenCapture(area);
        BufferedImage screen = (BufferedImage) captured.getResolutionVariant(WIDTH * scale, HEIGHT * scale);
        for (int y = 0; y < screen.getHeight(); y++) {
            for (int x = 0; x < screen.getWidth(); x++) {
                if ((screen.getRGB(x, y) & 0xFFFFFF) != GridScaler.colour(x, y)) {
                    return "scale " + scale + ": pixel " + x + "," + y + " differs";
                }
            }
        }
        return "scale " + scale + ": " + screen.getWidth() + "x" + screen.getHeight() + " exact";
    }
}
