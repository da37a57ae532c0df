/** Two phones in two windows: the template for an application that gives its user a phone. */
@NullMarked
package dev.belfry.demo.launcher;

import org.jspecify.annotations.NullMarked;
