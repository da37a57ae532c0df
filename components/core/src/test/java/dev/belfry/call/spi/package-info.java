/** The ports and what comes with them. */
@NullMarked
package dev.belfry.call.spi;

import org.jspecify.annotations.NullMarked;
