package dev.belfry.media.device;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that the host makes itself, as the camera of a call. One object serves one call after the other; while no
 * source takes from it, what is pushed goes nowhere. If pictures come faster than they are taken, the newest wins.
 * Thread-safe; nothing waits for the call, a push costs the caller one copy of the picture.
 *
 * @since 0.1
 */
public final class PushedFrames {
    /** The greatest width and height of a picture. */
    public static final int MAX_SIZE = 8192;

    private final Object lock = new Object();
    private @Nullable Receiver receiver;

    /**
     * Pushes a picture of any type; what is see-through shows black. The image may be changed as soon as this returns.
     * Images of type {@link BufferedImage#TYPE_INT_RGB} cost least.
     *
     * @return whether a source took it
     * @throws CallException {@code ERR_BAD_REQUEST} with the detail {@code width} or {@code height} if the image has
     *     one pixel or more than {@link #MAX_SIZE} on that side
     */
    public boolean push(BufferedImage image) throws CallException {
        checkSize(image.getWidth(), image.getHeight());
        synchronized (lock) {
            return receiver != null && receiver.take(image);
        }
    }

    /**
     * Pushes a picture in I420, BT.601, limited range. Reads each buffer from its position and leaves that where it is.
     *
     * @param y luma, {@code height} rows of {@code width} samples
     * @param u blue chroma, half as many rows and samples, rounded up
     * @param v red chroma, as {@code u}
     * @param strideY bytes from one row of {@code y} to the next
     * @return whether a source took it
     * @throws CallException {@code ERR_BAD_REQUEST} with the name of the parameter that is wrong: a side with one pixel
     *     or more than {@link #MAX_SIZE}, a stride shorter than its row, a buffer shorter than its plane
     */
    public boolean push(
            int width, int height, ByteBuffer y, int strideY, ByteBuffer u, int strideU, ByteBuffer v, int strideV)
            throws CallException {
        checkSize(width, height);
        int chromaWidth = (width + 1) / 2;
        int chromaHeight = (height + 1) / 2;
        checkPlane("y", y.remaining(), strideY, width, height);
        checkPlane("u", u.remaining(), strideU, chromaWidth, chromaHeight);
        checkPlane("v", v.remaining(), strideV, chromaWidth, chromaHeight);
        synchronized (lock) {
            return receiver != null && receiver.take(width, height, y, strideY, u, strideU, v, strideV);
        }
    }

    /** Has what is pushed from now on go to this receiver. */
    void attach(Receiver newReceiver) throws CallException {
        synchronized (lock) {
            if (receiver != null) {
                throw new CallException(ErrorCode.ERR_CAMERA_BUSY, "pushed frames", null);
            }
            receiver = newReceiver;
        }
    }

    /** When this returns, the receiver is in no call and gets none. */
    void detach(Receiver oldReceiver) {
        synchronized (lock) {
            if (receiver == oldReceiver) {
                receiver = null;
            }
        }
    }

    private static void checkSize(int width, int height) throws CallException {
        if (width < 2 || width > MAX_SIZE) {
            throw CallException.badRequest("width");
        }
        if (height < 2 || height > MAX_SIZE) {
            throw CallException.badRequest("height");
        }
    }

    private static void checkPlane(String name, int size, int stride, int width, int height) throws CallException {
        if (stride < width) {
            throw CallException.badRequest("stride" + name.toUpperCase(Locale.ROOT));
        }
        if (size < (long) stride * (height - 1) + width) {
            throw CallException.badRequest(name);
        }
    }

    /** A running source. Called under the lock of the pushed frames: copies, hands over, returns. */
    interface Receiver {
        boolean take(BufferedImage image) throws CallException;

        boolean take(
                int width, int height, ByteBuffer y, int strideY, ByteBuffer u, int strideU, ByteBuffer v, int strideV);
    }
}
