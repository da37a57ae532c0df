package dev.belfry.engine;

import dev.belfry.frame.Codec;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;

/** What every session of an engine starts with. */
record MediaSettings(
        VideoSourceSpec camera,
        AudioSourceSpec microphone,
        AudioSinkSpec speaker,
        Codec codec,
        int width,
        int height,
        int fps,
        int bitrate) {}
