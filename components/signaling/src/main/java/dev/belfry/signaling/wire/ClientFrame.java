package dev.belfry.signaling.wire;

import java.util.Objects;

/**
 * What a device sends over the event connection.
 *
 * @param id chosen by the device; the answer bears it
 * @param command one of {@link WireCommand.Join}, {@link WireCommand.Mute}, {@link WireCommand.Leave},
 *     {@link WireCommand.Relay}, {@link WireCommand.SignOff}
 * @since 0.1
 */
public record ClientFrame(long id, WireCommand command) {
    public ClientFrame {
        Objects.requireNonNull(command, "command");
    }
}
