/**
 * RTCP: compound and reduced-size packets, read and written without allocation (RFC 3550 section 6, RFC 5506), with the
 * feedback that WebRTC uses (RFC 4585, RFC 5104, REMB, transport-wide congestion control).
 */
@NullMarked
package dev.belfry.rtc.rtcp;

import org.jspecify.annotations.NullMarked;
