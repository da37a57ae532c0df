/** A hub of many nodes that are killed at random while users call each other, and whether anybody notices. */
@NullMarked
package dev.belfry.demo.chaos;

import org.jspecify.annotations.NullMarked;
