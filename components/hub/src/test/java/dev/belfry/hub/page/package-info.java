/** The page in the browser: its rules beside those of the call machine, and calls between pages over a real hub. */
@NullMarked
package dev.belfry.hub.page;

import org.jspecify.annotations.NullMarked;
