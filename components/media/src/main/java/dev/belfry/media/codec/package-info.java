/** Video codecs: VP8 and H.264, encoded and decoded by FFmpeg. */
@NullMarked
package dev.belfry.media.codec;

import org.jspecify.annotations.NullMarked;
