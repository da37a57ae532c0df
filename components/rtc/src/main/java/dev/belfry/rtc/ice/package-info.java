/** Finding and keeping a path between two peers: ICE (RFC 8445), trickled (RFC 8838), kept alive (RFC 7675). */
@NullMarked
package dev.belfry.rtc.ice;

import org.jspecify.annotations.NullMarked;
