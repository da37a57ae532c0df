/**
 * Session descriptions as text and as values (RFC 8866, and what WebRTC uses of its extensions, RFC 8829). Parses and
 * writes, and decides nothing.
 */
@NullMarked
package dev.belfry.rtc.sdp;

import org.jspecify.annotations.NullMarked;
