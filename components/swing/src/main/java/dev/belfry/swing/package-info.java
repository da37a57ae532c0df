/** Belfry's Swing panels. */
@NullMarked
package dev.belfry.swing;

import org.jspecify.annotations.NullMarked;
