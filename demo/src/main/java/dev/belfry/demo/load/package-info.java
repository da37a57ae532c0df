/** A hub under load: many users connected, calls set up and ended at a steady rate, and how long it takes to ring. */
@NullMarked
package dev.belfry.demo.load;

import org.jspecify.annotations.NullMarked;
