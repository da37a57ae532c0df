/** Pictures: their memory, their way to several sinks, conversion, scaling and comparison. */
@NullMarked
package dev.belfry.media.picture;

import org.jspecify.annotations.NullMarked;
