/** The call machine, every state against every event. */
@NullMarked
package dev.belfry.call.machine;

import org.jspecify.annotations.NullMarked;
