@NullMarked
package dev.belfry.hub.store;

import org.jspecify.annotations.NullMarked;
