package dev.belfry.engine.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two network namespaces of Linux with a cable between them: two hosts on one machine. Needs to be root. */
final class Namespaces implements AutoCloseable {
    private final String left;
    private final String right;

    private Namespaces(String name) {
        left = name + "l";
        right = name + "r";
    }

    /** Returns whether this process may make them. */
    static boolean permitted() throws Exception {
        String probe = "belfry" + ProcessHandle.current().pid() + "p";
        if (run("ip", "netns", "add", probe) != 0) {
            return false;
        }
        boolean usable = run("ip", "-n", probe, "link", "show") == 0;
        run("ip", "netns", "delete", probe);
        return usable;
    }

    /** Makes both, and lays the cable. */
    static Namespaces connected() throws Exception {
        Namespaces namespaces =
                new Namespaces("belfry" + ProcessHandle.current().pid());
        try {
            namespaces.connect();
        } catch (IOException e) {
            namespaces.close();
            throw e;
        }
        return namespaces;
    }

    String left() {
        return left;
    }

    String right() {
        return right;
    }

    /** Prepares a program to be run in one of the two. */
    static ProcessBuilder in(String namespace, List<String> command) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        all.addAll(command);
        return new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Takes both away, and the cable with them. */
    @Override
    public void close() {
        for (String each : List.of(left, right)) {
            try {
                run("ip", "netns", "delete", each);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void connect() throws IOException {
        require("ip", "netns", "add", left);
        require("ip", "netns", "add", right);
        require("ip", "-n", left, "link", "add", "veth0", "type", "veth", "peer", "name", "veth0", "netns", right);
        start(left, "10.77.0.1/24");
        start(right, "10.77.0.2/24");
    }

    private static void start(String namespace, String address) throws IOException {
        require("ip", "-n", namespace, "address", "add", address, "dev", "veth0");
        require("ip", "-n", namespace, "link", "set", "veth0", "up");
        require("ip", "-n", namespace, "link", "set", "lo", "up");
    }

    private static void require(String... command) throws IOException {
        if (run(command) != 0) {
            throw new IOException("failed: " + Arrays.toString(command));
        }
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
