/** The scripted call: the same call as in the launcher, driven by the program, measured, and judged. */
@NullMarked
package dev.belfry.demo.headless;

import org.jspecify.annotations.NullMarked;
