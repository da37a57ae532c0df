package dev.belfry.hub.service;

import java.time.Instant;

/**
 * What a call token grants: to join one session, as one user, on one device, for a short time.
 *
 * @param sessionId the session
 * @param device who may join
 * @param expiresAt when the right to join ends, by whole seconds
 * @since 0.1
 */
public record CallGrant(String sessionId, Device device, Instant expiresAt) {}
