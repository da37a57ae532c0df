package dev.belfry.call.spi;

import dev.belfry.call.ConnectionState;

/** Where a {@link SignalingClient} delivers; called one at a time. @since 0.1 */
public interface SignalingListener {
    void onEvent(SignalingEvent event);

    void onConnectionState(ConnectionState state);
}
