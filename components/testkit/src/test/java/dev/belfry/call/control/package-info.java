/** Scenarios of the call controller, on a clock turned by hand and a scripted hub. */
@NullMarked
package dev.belfry.call.control;

import org.jspecify.annotations.NullMarked;
