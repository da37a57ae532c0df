package dev.belfry.call;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a session starts and what its panel offers. Built with {@link #builder()}; immutable.
 *
 * @since 0.1
 */
public final class SessionSettings {
    /** A control that the in-call panel can show. */
    public enum Control {
        END,
        MUTE,
        /** The camera's button in a video call. */
        PAUSE_VIDEO,
        SCREEN_SHARE,
        LAYOUT,
        /** The camera's button in an audio call, which is a video call from then on. */
        SWITCH_TO_VIDEO,
        RECORD,
        DEVICE_SETTINGS,
        PARTICIPANTS,
        RAISE_HAND,
        NETWORK_INDICATOR,
        TIMER
    }

    /** How the other participants are arranged, if there are several. */
    public enum Layout {
        /** All alike. */
        GRID,
        /** Who speaks is large, the others in a column beside. */
        SIDEBAR,
        /** Who speaks is large, the others in a row below. */
        SPOTLIGHT
    }

    /** What a session has unless the host says otherwise. */
    public static final SessionSettings DEFAULT = builder().build();

    private final boolean defaultLayout;
    private final boolean audioOnly;
    private final boolean startAudioMuted;
    private final boolean startVideoMuted;
    private final Set<Control> controls;
    private final Layout layout;
    private final Duration idleTimeout;
    private final Duration idlePrompt;
    private final @Nullable String title;

    private SessionSettings(Builder builder) {
        this.defaultLayout = builder.defaultLayout;
        this.audioOnly = builder.audioOnly;
        this.startAudioMuted = builder.startAudioMuted;
        this.startVideoMuted = builder.startVideoMuted;
        this.controls = Set.copyOf(builder.controls);
        this.layout = builder.layout;
        this.idleTimeout = builder.idleTimeout;
        this.idlePrompt = builder.idlePrompt;
        this.title = builder.title;
    }

    /** Returns a builder with every control but recording and raise hand, the grid, and an idle timeout of 180 s. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts from these settings. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.defaultLayout = defaultLayout;
        builder.audioOnly = audioOnly;
        builder.startAudioMuted = startAudioMuted;
        builder.startVideoMuted = startVideoMuted;
        builder.controls.clear();
        builder.controls.addAll(controls);
        builder.layout = layout;
        builder.idleTimeout = idleTimeout;
        builder.idlePrompt = idlePrompt;
        builder.title = title;
        return builder;
    }

    /** Returns whether the panel arranges and shows its own controls; if not, the host does. */
    public boolean defaultLayout() {
        return defaultLayout;
    }

    /** Returns whether the camera stays closed, and the others' pictures unseen, whatever the call is. */
    public boolean audioOnly() {
        return audioOnly;
    }

    public boolean startAudioMuted() {
        return startAudioMuted;
    }

    public boolean startVideoMuted() {
        return startVideoMuted;
    }

    /** Returns whether the panel shows this control. */
    public boolean shows(Control control) {
        return controls.contains(control);
    }

    public Layout layout() {
        return layout;
    }

    /** Returns how long a session may have one participant before it ends; zero means for ever. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /** Returns how long before that end the participant is asked whether to stay. */
    public Duration idlePrompt() {
        return idlePrompt;
    }

    /** Returns the title to show instead of the other party's name, or null. */
    public @Nullable String title() {
        return title;
    }

    /** Builds {@link SessionSettings}. Not thread-safe. */
    public static final class Builder {
        private boolean defaultLayout = true;
        private boolean audioOnly;
        private boolean startAudioMuted;
        private boolean startVideoMuted;
        private final Set<Control> controls = EnumSet.complementOf(EnumSet.of(Control.RECORD, Control.RAISE_HAND));
        private Layout layout = Layout.GRID;
        private Duration idleTimeout = Duration.ofSeconds(180);
        private Duration idlePrompt = Duration.ofSeconds(60);
        private @Nullable String title;

        private Builder() {}

        public Builder defaultLayout(boolean on) {
            this.defaultLayout = on;
            return this;
        }

        public Builder audioOnly(boolean on) {
            this.audioOnly = on;
            return this;
        }

        public Builder startAudioMuted(boolean muted) {
            this.startAudioMuted = muted;
            return this;
        }

        public Builder startVideoMuted(boolean muted) {
            this.startVideoMuted = muted;
            return this;
        }

        /** Shows or hides a control. */
        public Builder show(Control control, boolean on) {
            if (on) {
                controls.add(control);
            } else {
                controls.remove(control);
            }
            return this;
        }

        public Builder layout(Layout newLayout) {
            this.layout = Objects.requireNonNull(newLayout, "layout");
            return this;
        }

        public Builder idleTimeout(Duration timeout, Duration prompt) {
            this.idleTimeout = Objects.requireNonNull(timeout, "timeout");
            this.idlePrompt = Objects.requireNonNull(prompt, "prompt");
            return this;
        }

        public Builder title(@Nullable String newTitle) {
            this.title = newTitle;
            return this;
        }

        public SessionSettings build() {
            return new SessionSettings(this);
        }
    }
}
