/** The handshake that shows who the peer is and agrees on the keys of the media (RFC 6347, RFC 5764, RFC 8122). */
@NullMarked
package dev.belfry.rtc.dtls;

import org.jspecify.annotations.NullMarked;
