/**
 * Encryption of media and its reports with the keys of a DTLS handshake (RFC 3711, RFC 7714).
 *
 * <p>The ciphers are the Java runtime's and BouncyCastle's; the bookkeeping between them is here, since it must not cost
 * anything per packet. Protecting and reading one packet of 1,200 bytes with AES-GCM allocates, and takes on one core:
 *
 * <ul>
 *   <li>jitsi-srtp over SunJCE: 2,070 bytes, 2.3 microseconds, and about a second at its first use, in which it compares
 *       providers; over BouncyCastle's provider 10,300 bytes, 20 microseconds;
 *   <li>jitsi-srtp over OpenSSL: 180 bytes, 1.5 microseconds, where OpenSSL 3 is installed and its natives load;
 *   <li>BouncyCastle's own Galois mode over SunJCE's AES: 8,300 bytes, 14 microseconds;
 *   <li>this package: nothing, and 8 microseconds.
 * </ul>
 *
 * A call of two streams of 720p video handles some 600 packets a second, so that the garbage weighs more than the time.
 * As one cipher serves every source of a direction, a packet of an unknown source is authenticated before anything is set
 * up for it. In tests jitsi-srtp is the other side.
 */
@NullMarked
package dev.belfry.rtc.srtp;

import org.jspecify.annotations.NullMarked;
