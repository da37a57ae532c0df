package dev.belfry.rtc.ice;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.jvm.functions.Function1;
import kotlin.reflect.KClass;
import kotlin.reflect.KClassifier;
import kotlin.reflect.KType;
import org.ice4j.ice.Agent;
import org.jitsi.metaconfig.ConfigException;
import org.jitsi.metaconfig.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Where ice4j looks up its settings: what the host has set, else ice4j's defaults, without asking a cloud's metadata
 * service over HTTP whether this machine is one of its own. The reader of its own needs kotlin-reflect, a thousand
 * classes to load before the first call.
 */
final class Ice4jConfig implements ConfigSource {
    private static final String CLOUD_HARVESTER = "ice4j.harvest.mapping.aws.enabled";
    private static final String NAME = "Belfry";

    private final Config config = ConfigFactory.load(Agent.class.getClassLoader());
    private final Map<Class<?>, Function<String, ?>> readers = Map.of(
            Boolean.class, path -> !path.equals(CLOUD_HARVESTER) && config.getBoolean(path),
            Integer.class, config::getInt,
            Long.class, config::getLong,
            String.class, config::getString,
            Duration.class, config::getDuration);
    private final Map<Class<?>, Function<String, ?>> listReaders =
            Map.of(String.class, config::getStringList, Config.class, config::getConfigList);

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getDescription() {
        return NAME;
    }

    @Override
    public Function1<String, Object> getterFor(KType type) {
        Class<?> wanted = javaClass(type);
        Function<String, ?> reader = wanted == List.class
                ? listReaders.get(javaClass(type.getArguments().get(0).getType()))
                : readers.get(wanted);
        if (reader == null) {
            throw undeclared(new ConfigException.UnsupportedType("no setting of type " + type));
        }
        return path -> read(reader, path);
    }

    private static Object read(Function<String, ?> reader, String path) {
        try {
            return reader.apply(path);
        } catch (com.typesafe.config.ConfigException.Missing e) {
            throw undeclared(new ConfigException.UnableToRetrieve.NotFound(path));
        } catch (com.typesafe.config.ConfigException.WrongType e) {
            throw undeclared(new ConfigException.UnableToRetrieve.WrongType(e.getMessage()));
        }
    }

    /** Throws an exception as Kotlin does, which declares none; the callers expect these. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException undeclared(ConfigException error) throws E {
        throw (E) error;
    }

    private static @Nullable Class<?> javaClass(@Nullable KType type) {
        KClassifier classifier = type == null ? null : type.getClassifier();
        return classifier instanceof KClass<?> kotlin ? JvmClassMappingKt.getJavaObjectType(kotlin) : null;
    }
}
