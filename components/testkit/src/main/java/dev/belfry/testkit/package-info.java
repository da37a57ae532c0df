/** What tests of Belfry, and of its hosts, share: time, networks, windows, sample media. */
@NullMarked
package dev.belfry.testkit;

import org.jspecify.annotations.NullMarked;
