package dev.belfry.rtc.ice;

import kotlin.jvm.functions.Function1;
import kotlin.reflect.KType;
import org.jitsi.metaconfig.ConfigSource;

/** ice4j's configuration, without asking a cloud's metadata service over HTTP whether this machine is one of its own. */
final class NoCloudConfig implements ConfigSource {
    private static final String CLOUD_HARVESTER = "ice4j.harvest.mapping.aws.enabled";

    private final ConfigSource usual;

    NoCloudConfig(ConfigSource usual) {
        this.usual = usual;
    }

    @Override
    public String getName() {
        return usual.getName();
    }

    @Override
    public String getDescription() {
        return usual.getDescription();
    }

    @Override
    public Function1<String, Object> getterFor(KType type) {
        Function1<String, Object> getter = usual.getterFor(type);
        return path -> path.equals(CLOUD_HARVESTER) ? false : getter.invoke(path);
    }
}
