package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.hub.service.EventEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FilesTest {
    private static final int ENOUGH = 200;

    @TempDir
    Path directory;

    @Test
    void whatWasStoredIsThereAfterTheStoreWasClosed() throws Exception {
        try (JdbcHubStore store = JdbcHubStore.h2(directory.resolve("new/data")).open()) {
            append(store, 1);
            store.directory().put(User.of("alice", "Alice"));
            assertThat(store.isShared()).isFalse();
        }
        try (JdbcHubStore store = JdbcHubStore.h2(directory.resolve("new/data")).open()) {
            assertThat(numbers(store)).containsExactly(1L);
            assertThat(store.directory().user("alice")).isPresent();
        }
    }

    @Test
    void whatWasStoredIsThereAfterTheProcessWasKilled() throws Exception {
        for (int round = 0; round < 2; round++) {
            long stored = appendAndKill();
            try (JdbcHubStore store = JdbcHubStore.h2(directory).open()) {
                List<Long> numbers = numbers(store);
                assertThat(numbers).isEqualTo(upTo(numbers.size())).hasSizeBetween((int) stored, (int) stored + 1);
                String last = "m" + numbers.size();
                assertThat(store.<Boolean>read(in -> in.call(last).isPresent())).isTrue();
            }
        }
    }

    /** Returns the last number that the process said was stored before it was killed. */
    private long appendAndKill() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        directory.toString())
                .redirectError(directory.resolve("errors").toFile())
                .start();
        long last = 0;
        int read = 0;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                last = Long.parseLong(line);
                if (++read == ENOUGH) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(read).as(Files.readString(directory.resolve("errors"))).isGreaterThanOrEqualTo(ENOUGH);
        return last;
    }

    @Test
    void aFullDiskIsATypedErrorAndNothingStoredIsLost() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        int mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        assumeThat(mounted).as("mounting is permitted").isZero();
        try {
            long stored = fill(disk);
            Files.delete(disk.resolve("ballast"));
            try (JdbcHubStore store = JdbcHubStore.h2(disk).open()) {
                List<Long> numbers = numbers(store);
                assertThat(numbers).isEqualTo(upTo(numbers.size())).hasSizeGreaterThanOrEqualTo((int) stored);
                append(store, numbers.size() + 1);
                assertThat(numbers(store)).hasSize(numbers.size() + 1);
            }
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    /** Returns the last number that was stored before the disk was full. */
    private static long fill(Path disk) throws IOException, CallException {
        Files.write(disk.resolve("ballast"), new byte[512 * 1024]);
        try (JdbcHubStore store = JdbcHubStore.h2(disk).keptEvents(1_000_000).open()) {
            long[] stored = {0};
            assertThatThrownBy(() -> {
                        while (stored[0] < 100_000) {
                            append(store, stored[0] + 1);
                            stored[0]++;
                        }
                    })
                    .isInstanceOfSatisfying(
                            CallException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE));
            assertThatThrownBy(() -> append(store, 0))
                    .isInstanceOfSatisfying(
                            CallException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE));
            return stored[0];
        }
    }

    @Test
    void aDirectoryThatCannotBeIsATypedError() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> JdbcHubStore.h2(file.resolve("data")).open())
                .isInstanceOfSatisfying(
                        CallException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE));
        assertThatThrownBy(() -> JdbcHubStore.h2(directory.resolve("a;INIT=x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatIsNoDatabaseIsATypedError() throws Exception {
        Files.writeString(directory.resolve("hub.mv.db"), "not a database at all".repeat(1_000));
        assertThatThrownBy(() -> JdbcHubStore.h2(directory).open())
                .isInstanceOfSatisfying(
                        CallException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE));
    }

    private static void append(JdbcHubStore store, long number) throws CallException {
        store.transact(in -> {
            in.append(Records.draft("bob", "m" + number));
            return true;
        });
    }

    private static List<Long> numbers(JdbcHubStore store) throws CallException {
        List<EventEntry> events = store.read(in -> in.events("bob", 0));
        return events.stream().map(EventEntry::seq).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
