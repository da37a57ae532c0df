package dev.belfry.demo.headless;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command of the demo in a JVM of its own whose heap is all there from the start. In another the system gives
 * the heap its pages as they are first touched, and what looks like growing native memory is that.
 */
final class FixedHeapJvm {
    private static final String HEAP = "256m";

    private FixedHeapJvm() {}

    /** Runs the command with this process's input and output; returns its exit code. */
    static int run(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms" + HEAP, "-Xmx" + HEAP, "-XX:+AlwaysPreTouch"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
    }
}
