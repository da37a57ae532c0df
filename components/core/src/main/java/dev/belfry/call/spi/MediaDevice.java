package dev.belfry.call.spi;

/**
 * A camera, microphone, loudspeaker or screen.
 *
 * @param id what the system knows it by; stable while it is connected
 * @param name what the user knows it by
 * @param kind which of the four it is
 * @since 0.1
 */
public record MediaDevice(String id, String name, Kind kind) {
    /** What a device does. */
    public enum Kind {
        CAMERA,
        MICROPHONE,
        SPEAKER,
        SCREEN
    }
}
