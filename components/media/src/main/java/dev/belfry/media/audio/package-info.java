/** Sound: sources, sinks, Opus, playout and mixing; 48 kHz, one channel, 20 ms at a time. */
@NullMarked
package dev.belfry.media.audio;

import org.jspecify.annotations.NullMarked;
