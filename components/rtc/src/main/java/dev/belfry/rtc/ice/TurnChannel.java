package dev.belfry.rtc.ice;

import dev.belfry.call.spi.Scheduler.Cancellable;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A number that stands for a peer at a relay (RFC 8656 section 12). Thread-safe. */
final class TurnChannel {
    static final int FIRST_NUMBER = 0x4000;
    static final int HEADER = 4;

    final InetSocketAddress peer;
    final int number;
    private volatile boolean bound;
    private byte @Nullable [] waiting;
    private @Nullable Cancellable rebind;

    TurnChannel(InetSocketAddress peer, int number) {
        this.peer = peer;
        this.number = number;
    }

    boolean isBound() {
        return bound;
    }

    /** Keeps the latest check until the channel is bound; false if it is bound by now. */
    synchronized boolean keep(byte[] message) {
        if (bound) {
            return false;
        }
        waiting = message;
        return true;
    }

    /** Marks the channel as bound; returns the check that waited for that. */
    synchronized byte @Nullable [] bind() {
        bound = true;
        byte[] message = waiting;
        waiting = null;
        return message;
    }

    /** Remembers what will renew the channel. */
    synchronized void rebind(Cancellable task) {
        rebind = task;
    }

    /** Marks the channel as lost. */
    synchronized void unbind() {
        bound = false;
        if (rebind != null) {
            rebind.cancel();
        }
    }

    /** Writes the header of a ChannelData message in front of its data. */
    void writeHeader(byte[] bytes, int at, int dataLength) {
        bytes[at] = (byte) (number >> 8);
        bytes[at + 1] = (byte) number;
        bytes[at + 2] = (byte) (dataLength >> 8);
        bytes[at + 3] = (byte) dataLength;
    }
}
