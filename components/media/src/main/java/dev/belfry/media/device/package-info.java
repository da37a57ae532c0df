/** Where local pictures come from: cameras, screens, files, a test pattern, and the host; and lists of devices. */
@NullMarked
package dev.belfry.media.device;

import org.jspecify.annotations.NullMarked;
