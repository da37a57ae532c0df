/** The pure machine of one call on one device: (state, event) to (state, effects). */
@NullMarked
package dev.belfry.call.machine;

import org.jspecify.annotations.NullMarked;
