/** The demo: a launcher, a headless call, and examples to copy. */
@NullMarked
package dev.belfry.demo;

import org.jspecify.annotations.NullMarked;
