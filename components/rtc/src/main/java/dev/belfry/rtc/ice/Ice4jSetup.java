package dev.belfry.rtc.ice;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ice4j.StackProperties;
import org.ice4j.ice.harvest.MappingCandidateHarvesters;
import org.jitsi.config.JitsiConfig;

/** Keeps what ice4j does to the whole JVM within bounds; see the package's documentation for what is left. */
final class Ice4jSetup {
    /** What an agent's constructor sets. */
    private static final List<String> PROPERTIES = List.of(StackProperties.ALWAYS_SIGN);

    private Ice4jSetup() {}

    /** Does what has to come before the first agent, once. May take a second. */
    static void prepare() {
        Once.prepare();
    }

    /** Makes an agent and sets the system's properties back to what they were. */
    static RoundAgent agent(IceCredentials local) {
        prepare();
        synchronized (PROPERTIES) {
            Map<String, String> before = PROPERTIES.stream()
                    .filter(name -> System.getProperty(name) != null)
                    .collect(Collectors.toMap(name -> name, System::getProperty));
            try {
                return new RoundAgent(local);
            } finally {
                PROPERTIES.forEach(name -> restore(name, before));
            }
        }
    }

    private static void restore(String name, Map<String, String> before) {
        String value = before.get(name);
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    private static final class Once {
        /** Held, for java.util.logging forgets the level of a logger that nobody holds. */
        private static final List<Logger> QUIET = Stream.of("org.ice4j", "org.jitsi", "JitsiConfig")
                .map(Logger::getLogger)
                .filter(logger -> logger.getLevel() == null)
                .toList();

        static {
            QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
            JitsiConfig.Companion.useDebugNewConfig(new Ice4jConfig());
            MappingCandidateHarvesters.initialize();
        }

        static void prepare() {
            // the class is initialized by now
        }
    }
}
