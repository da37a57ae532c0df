/** Belfry's themes for FlatLaf. */
@NullMarked
package dev.belfry.themes;

import org.jspecify.annotations.NullMarked;
