/** Pictures, sound and encoded frames: pooled, counted, explicitly released. Depends on the JDK alone. */
@NullMarked
package dev.belfry.frame;

import org.jspecify.annotations.NullMarked;
