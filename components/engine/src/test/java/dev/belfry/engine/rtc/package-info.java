@NullMarked
package dev.belfry.engine.rtc;

import org.jspecify.annotations.NullMarked;
