@NullMarked
package dev.belfry.signaling.client;

import org.jspecify.annotations.NullMarked;
