package dev.belfry.rtc.ice;

import org.ice4j.socket.IceSocketWrapper;

/** A socket as ice4j sees it, read by a thread of ice4j's whose end can be waited for. */
abstract class ReadSocket extends IceSocketWrapper {
    /** The thread that calls {@link #receive}. */
    final ReaderThread reader = new ReaderThread();
}
