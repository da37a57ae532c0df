/** A WebRTC peer connection from well-kept parts: its packages are one protocol or algorithm each. */
@NullMarked
package dev.belfry.rtc;

import org.jspecify.annotations.NullMarked;
