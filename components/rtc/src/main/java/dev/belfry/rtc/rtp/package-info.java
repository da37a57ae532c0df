/** RTP packets: read, written, cut from frames and put together again. Statements of RFC 3550 and its payload formats. */
@NullMarked
package dev.belfry.rtc.rtp;

import org.jspecify.annotations.NullMarked;
