package dev.belfry.demo.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the figures of another JVM of this user's on this machine, with the JDK's own tool. */
public final class JvmProbe {
    private static final long KIBI = 1024;

    /** The last line of a histogram of classes: how many objects, how many bytes. */
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private final ProcessHandle process;

    public JvmProbe(ProcessHandle process) {
        this.process = process;
    }

    /** Collects garbage and returns the bytes of all objects that are left. */
    public long liveHeap() throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (InputStream output = jcmd.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(said);
            if (!total.find()) {
                throw new IOException("no histogram of process " + process.pid() + ": " + said);
            }
            return Long.parseLong(total.group(1));
        }
    }

    /** Returns the bytes that the process has in memory; 0 where the system has no {@code /proc}. */
    public long resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (Files.notExists(status)) {
            return 0;
        }
        Matcher line = RESIDENT.matcher(Files.readString(status));
        return line.find() ? Long.parseLong(line.group(1)) * KIBI : 0;
    }

    /** Returns the time of processors that the process has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
