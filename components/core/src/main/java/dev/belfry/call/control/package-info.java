/** The call controller that all panels of an application share, and the session of an accepted call. */
@NullMarked
package dev.belfry.call.control;

import org.jspecify.annotations.NullMarked;
