package dev.belfry.swing.video;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoSink;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns each frame of one track into pixels of the size they are painted at, on the thread of the track. Its view
 * closes it once the track calls it no more.
 */
final class FrameConverter implements VideoSink {
    /** So many pictures in a row that nobody painted mean that the view cannot be seen, whatever the cause. */
    private static final int UNSEEN = 30;

    private final Supplier<? extends PictureScaler> scalers;
    private final TripleBuffer<Picture> pictures;
    private final Presentation presentation;
    private final Runnable onFirstFrame;
    private final Runnable onPicture;
    private @Nullable PictureScaler scaler;
    private boolean received;
    private int[] turned = new int[0];

    FrameConverter(
            Supplier<? extends PictureScaler> scalers,
            TripleBuffer<Picture> pictures,
            Presentation presentation,
            Runnable onFirstFrame,
            Runnable onPicture) {
        this.scalers = scalers;
        this.pictures = pictures;
        this.presentation = presentation;
        this.onFirstFrame = onFirstFrame;
        this.onPicture = onPicture;
    }

    @Override
    public void onFrame(VideoFrame frame) {
        presentation.countReceived();
        if (!received) {
            received = true;
            onFirstFrame.run();
        }
        long box = presentation.box();
        if (box == 0) {
            return;
        }
        if (presentation.unpainted() < UNSEEN) {
            convert(frame, Presentation.width(box), Presentation.height(box));
            pictures.publish();
            presentation.countConverted();
        }
        onPicture.run();
    }

    private void convert(VideoFrame frame, int boxWidth, int boxHeight) {
        boolean sideways = frame.rotation() % 180 != 0;
        int frameWidth = sideways ? frame.height() : frame.width();
        int frameHeight = sideways ? frame.width() : frame.height();
        Fit fit = presentation.fit();
        int width = fit.drawnWidth(frameWidth, frameHeight, boxWidth, boxHeight);
        int height = fit.drawnHeight(frameWidth, frameHeight, boxWidth, boxHeight);
        if (width > frameWidth || height > frameHeight) {
            width = frameWidth;
            height = frameHeight;
        }
        Picture picture = pictures.back();
        picture.resize(width, height);
        picture.frameWidth = frameWidth;
        picture.frameHeight = frameHeight;
        picture.sequence = frame.sequence();
        picture.captureNanos = frame.captureNanos();
        if (sideways) {
            scaleSideways(frame, width, height, picture.pixels());
        } else {
            scaleUpright(frame, width, height, picture.pixels());
        }
        picture.grey = false;
        if (presentation.desaturated()) {
            picture.turnGrey();
        }
    }

    private void scaleUpright(VideoFrame frame, int width, int height, int[] pixels) {
        scaler().scale(frame, width, height, pixels);
        boolean mirrored = presentation.mirrored();
        if (frame.rotation() == 180) {
            if (mirrored) {
                Pixels.flip(pixels, width, height);
            } else {
                Pixels.turnHalf(pixels, width, height);
            }
        } else if (mirrored) {
            Pixels.mirror(pixels, width, height);
        }
    }

    private void scaleSideways(VideoFrame frame, int width, int height, int[] pixels) {
        if (turned.length < width * height) {
            turned = new int[width * height];
        }
        scaler().scale(frame, /* width= */ height, /* height= */ width, turned);
        Pixels.turnQuarter(
                turned,
                /* width= */ height,
                /* height= */ width,
                pixels,
                frame.rotation() == 90,
                presentation.mirrored());
    }

    private PictureScaler scaler() {
        PictureScaler current = scaler;
        if (current == null) {
            current = scalers.get();
            scaler = current;
        }
        return current;
    }

    /** Gives the scaler back; after the sink was removed, on any thread. */
    void close() {
        if (scaler != null) {
            scaler.close();
            scaler = null;
        }
    }
}
