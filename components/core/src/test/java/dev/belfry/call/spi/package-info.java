/** The call's data. */
@NullMarked
package dev.belfry.call.spi;

import org.jspecify.annotations.NullMarked;
