/** The JSON messages that client and hub share. */
@NullMarked
package dev.belfry.signaling.wire;

import org.jspecify.annotations.NullMarked;
