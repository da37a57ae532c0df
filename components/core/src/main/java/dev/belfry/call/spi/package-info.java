/** The ports of a call controller: signalling, media, devices, ringing and time. */
@NullMarked
package dev.belfry.call.spi;

import org.jspecify.annotations.NullMarked;
