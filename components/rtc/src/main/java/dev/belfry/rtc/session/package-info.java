/**
 * One WebRTC peer connection: {@link dev.belfry.rtc.session.PeerConnection} joins negotiation, path, keys, streams and
 * their repair. One serial loop owns all of its state; the socket's thread only hands packets over to it.
 */
@NullMarked
package dev.belfry.rtc.session;

import org.jspecify.annotations.NullMarked;
