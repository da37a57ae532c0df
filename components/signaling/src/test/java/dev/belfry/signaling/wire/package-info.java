@NullMarked
package dev.belfry.signaling.wire;

import org.jspecify.annotations.NullMarked;
