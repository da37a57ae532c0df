/** A hub that runs by itself, and what commands need to find one. */
@NullMarked
package dev.belfry.demo.hub;

import org.jspecify.annotations.NullMarked;
