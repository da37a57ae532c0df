/** Media transports over WebRTC: one peer connection for each of the other participants. */
@NullMarked
package dev.belfry.engine.rtc;

import org.jspecify.annotations.NullMarked;
