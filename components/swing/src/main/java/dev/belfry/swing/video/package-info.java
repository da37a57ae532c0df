/**
 * Video in Swing: {@link dev.belfry.swing.video.VideoView} paints a track, pixel for pixel, without work on the event
 * dispatch thread beyond the painting itself. Knows no codec and no native library: a
 * {@link dev.belfry.call.spi.PictureScaler} turns the pictures into pixels.
 */
@NullMarked
package dev.belfry.swing.video;

import org.jspecify.annotations.NullMarked;
