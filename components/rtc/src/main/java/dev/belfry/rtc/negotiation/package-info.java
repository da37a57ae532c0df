/**
 * Offers and answers (RFC 3264, RFC 8829) and whose turn it is to offer (W3C WebRTC 1.0 section 10.7). Decides, and does
 * nothing: no time, no threads, no network. {@link dev.belfry.rtc.negotiation.Negotiator} is the way in.
 */
@NullMarked
package dev.belfry.rtc.negotiation;

import org.jspecify.annotations.NullMarked;
