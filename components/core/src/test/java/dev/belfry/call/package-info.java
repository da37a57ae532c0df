/** The call's data. */
@NullMarked
package dev.belfry.call;

import org.jspecify.annotations.NullMarked;
