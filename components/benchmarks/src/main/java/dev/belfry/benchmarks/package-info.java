/** Painting, codecs and whole calls, measured. */
@NullMarked
package dev.belfry.benchmarks;

import org.jspecify.annotations.NullMarked;
