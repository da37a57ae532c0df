/**
 * The rules of ringing. The hub owns one {@link dev.belfry.hub.service.CallRecord} per session id and changes it by
 * compare-and-set: {@link dev.belfry.hub.service.Ringing} says, without side effects, what a command makes of a record
 * and who is told, {@link dev.belfry.hub.service.Deadlines} when it has to be acted on again. {@link
 * dev.belfry.hub.service.Hub} writes the record, the events and the due time in one transaction of a {@link
 * dev.belfry.hub.service.HubStore}, which hubs may share, and then tells those concerned. Time, threads, ids, storage
 * and signatures are ports.
 */
@NullMarked
package dev.belfry.hub.service;

import org.jspecify.annotations.NullMarked;
