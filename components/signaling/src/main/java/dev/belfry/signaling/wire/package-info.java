/**
 * The JSON that clients and hub exchange. Moments are Unix seconds, but a participant's {@code joinedAt} is in Unix
 * milliseconds; {@code timeout} and {@code duration} are whole seconds; an event's {@code age} and {@code ringTimeLeft}
 * are milliseconds. Enum constants are written in camel case: {@code initiated}, {@code hangUp}. A field that is null is
 * left out. Whatever does not fit fails with ERR_BAD_REQUEST and the path of the field, {@code call.sender.uid}.
 */
@NullMarked
package dev.belfry.signaling.wire;

import org.jspecify.annotations.NullMarked;
