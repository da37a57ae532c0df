/** Packets on their way between the network and the protocols: pooled, explicitly released. */
@NullMarked
package dev.belfry.rtc.packet;

import org.jspecify.annotations.NullMarked;
