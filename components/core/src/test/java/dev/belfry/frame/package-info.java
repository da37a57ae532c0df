/** Frames and their pools. */
@NullMarked
package dev.belfry.frame;

import org.jspecify.annotations.NullMarked;
