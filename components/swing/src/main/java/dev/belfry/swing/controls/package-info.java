/** The small parts that Belfry's panels are made of: colours, icons, round buttons, avatars, motion. */
@NullMarked
package dev.belfry.swing.controls;

import org.jspecify.annotations.NullMarked;
