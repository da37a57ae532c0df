/**
 * The rules of ringing. The hub owns one {@link dev.belfry.hub.service.CallRecord} per session id and changes it by
 * compare-and-set: {@link dev.belfry.hub.service.Ringing} says, without side effects, what a command makes of a record
 * and who is told; {@link dev.belfry.hub.service.Hub} stores that, tells them, and keeps the timers. Time, threads,
 * ids, storage and signatures are ports.
 */
@NullMarked
package dev.belfry.hub.service;

import org.jspecify.annotations.NullMarked;
