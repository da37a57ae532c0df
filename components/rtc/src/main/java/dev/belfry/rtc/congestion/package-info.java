/**
 * How much is sent, when, and what the other side is told of what came: algorithms alone. Every time is given by the
 * caller, in nanoseconds on the connection's clock; nothing here waits, schedules or knows a thread.
 */
@NullMarked
package dev.belfry.rtc.congestion;

import org.jspecify.annotations.NullMarked;
