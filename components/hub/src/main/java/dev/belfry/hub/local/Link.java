package dev.belfry.hub.local;

/**
 * Carries messages between devices and the hub. The default hands each over at once; a test's may lose, double, delay
 * or reorder them.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Link {
    /** The hub's address. */
    String HUB = "hub";

    /** Hands every message over at once. */
    Link DIRECT = (from, to, delivery) -> delivery.run();

    /** Returns the address of a device. */
    static String address(String uid, String deviceId) {
        return uid + "/" + deviceId;
    }

    /**
     * Sends a message.
     *
     * @param from the sender's address
     * @param to the receiver's address
     * @param delivery hands the message to the receiver; may be run on any thread, any number of times
     */
    void carry(String from, String to, Runnable delivery);
}
