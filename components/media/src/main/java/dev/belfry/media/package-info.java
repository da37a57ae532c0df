/** JavaCV behind frames: devices, codecs, sound and pictures. */
@NullMarked
package dev.belfry.media;

import org.jspecify.annotations.NullMarked;
