/**
 * Finding and keeping a path between two peers: ICE (RFC 8445), trickled (RFC 8838), kept alive (RFC 7675).
 *
 * <p>ice4j keeps the check list, the transactions and the messages. The sockets, the TURN channels, the consent checks
 * and the gathering are this package's own, so that a packet is neither queued nor wrapped on its way, so that close
 * leaves nothing behind, and so that no STUN message reaches ice4j that does not carry the credentials of the call, or
 * answers a request to a server.
 *
 * <p>What ice4j does to the whole JVM, and what becomes of it here:
 *
 * <ul>
 *   <li>The constructor of its agent sets the system property {@code org.ice4j.ALWAYS_SIGN}; it is set back at once, for
 *       the messages are signed without it.
 *   <li>It would ask over HTTP whether the machine is one of a cloud's: turned off. A host that loaded ice4j before keeps
 *       what it asked for.
 *   <li>It reads its configuration through Typesafe Config: a host's {@code application.conf} and system properties that
 *       begin with {@code ice4j} or {@code org.ice4j} apply to it. Its configuration source is replaced by one that
 *       answers the same without kotlin-reflect, which Belfry leaves out.
 *   <li>Its loggers {@code org.ice4j}, {@code org.jitsi} and {@code JitsiConfig} of java.util.logging are set to WARNING
 *       unless the host has set a level; what its agents say goes to System.Logger as TRACE and DEBUG.
 *   <li>Its thread pools are static: daemon threads whose names begin with {@code ice4j.} stay for a minute after the last
 *       call. Every other thread, and every socket, is gone when {@link dev.belfry.rtc.ice.IceTransport#close} completes.
 * </ul>
 *
 * <p>Threads: one of ice4j's for each socket, which reads it and calls {@link
 * dev.belfry.rtc.ice.IceListener#onPacket}; the transport's serial executor, which owns all state; the background
 * executor, for what blocks.
 */
@NullMarked
package dev.belfry.rtc.ice;

import org.jspecify.annotations.NullMarked;
