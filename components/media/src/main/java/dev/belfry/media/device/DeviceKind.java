package dev.belfry.media.device;

import dev.belfry.call.CallException;
import java.util.List;

/** What differs between cameras and screens, and from system to system. */
interface DeviceKind {
    /**
     * Returns ways to open the device, best first.
     *
     * @throws CallException if it is known before trying that it cannot be
     */
    List<AvInput> attempts() throws CallException;

    /** Returns whether this code says that no other way to open the device will do either. */
    boolean isFinal(int error);

    /** Returns what to tell of a device that could not be opened. */
    CallException notOpened(AvException cause);

    /** Returns what to tell of a device that stopped. */
    CallException lost(AvException cause);
}
