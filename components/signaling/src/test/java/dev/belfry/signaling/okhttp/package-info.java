@NullMarked
package dev.belfry.signaling.okhttp;

import org.jspecify.annotations.NullMarked;
