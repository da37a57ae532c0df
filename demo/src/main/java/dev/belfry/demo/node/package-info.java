/** Nodes of a hub as processes of their own, that can be measured and killed. */
@NullMarked
package dev.belfry.demo.node;

import org.jspecify.annotations.NullMarked;
