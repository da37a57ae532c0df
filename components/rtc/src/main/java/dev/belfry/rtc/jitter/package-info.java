/** Makes a smooth stream of what the network delivers late, twice, out of order or not at all. */
@NullMarked
package dev.belfry.rtc.jitter;

import org.jspecify.annotations.NullMarked;
