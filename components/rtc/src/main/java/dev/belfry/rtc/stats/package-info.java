/** Figures of a peer connection, in the names and units of W3C's "Identifiers for WebRTC's Statistics API". */
@NullMarked
package dev.belfry.rtc.stats;

import org.jspecify.annotations.NullMarked;
