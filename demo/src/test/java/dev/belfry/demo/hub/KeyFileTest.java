package dev.belfry.demo.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void a_key_is_made_once_and_nobody_else_can_read_it() throws IOException {
        Path file = folder.resolve("api-key");
        String key = KeyFile.readOrMake(file);

        assertThat(key).hasSizeGreaterThanOrEqualTo(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.readOrMake(file)).isEqualTo(key);
        assertThat(KeyFile.read(file)).isEqualTo(key);
    }

    @Test
    void two_keys_differ() throws IOException {
        assertThat(KeyFile.readOrMake(folder.resolve("one"))).isNotEqualTo(KeyFile.readOrMake(folder.resolve("other")));
    }

    @Test
    void an_empty_file_holds_no_key() throws IOException {
        Path file = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no key");
    }
}
