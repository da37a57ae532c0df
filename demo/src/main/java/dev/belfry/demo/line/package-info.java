/** Lines to a hub as light as can be, thousands to a program: what the commands that try a hub share. */
@NullMarked
package dev.belfry.demo.line;

import org.jspecify.annotations.NullMarked;
