/** Plain Swing applications that gain calling, one idea each. */
@NullMarked
package dev.belfry.demo.examples;

import org.jspecify.annotations.NullMarked;
