/** The facade: a working call in a few lines. */
@NullMarked
package dev.belfry;

import org.jspecify.annotations.NullMarked;
