/** Encryption of media and its reports with the keys of a DTLS handshake (RFC 3711, RFC 7714). */
@NullMarked
package dev.belfry.rtc.srtp;

import org.jspecify.annotations.NullMarked;
