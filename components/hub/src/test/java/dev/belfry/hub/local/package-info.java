@NullMarked
package dev.belfry.hub.local;

import org.jspecify.annotations.NullMarked;
