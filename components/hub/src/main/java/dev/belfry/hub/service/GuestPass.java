package dev.belfry.hub.service;

import dev.belfry.call.ReceiverType;
import java.time.Instant;

/**
 * What a guest's link is good for: to call one receiver, once.
 *
 * @param codeHash the SHA-256 of the link's code, in hexadecimal: the code itself is not kept
 * @param name the name that the guest gets
 * @param receiverId whom the guest may call
 * @param receiverType whether that is a user or a group
 * @param expiresAt until when the code can be handed in, by whole seconds
 * @since 0.1
 */
public record GuestPass(
        String codeHash, String name, String receiverId, ReceiverType receiverType, Instant expiresAt) {}
