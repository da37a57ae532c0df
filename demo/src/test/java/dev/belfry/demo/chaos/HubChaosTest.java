package dev.belfry.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.belfry.demo.Main;
import dev.belfry.hub.store.WithPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HubChaosTest {
    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void nobody_notices_that_nodes_are_killed() throws Exception {
        int code = new CommandLine(new Main())
                .setOut(new PrintWriter(new StringWriter()))
                .execute(
                        "hub-chaos",
                        "--calls",
                        "100",
                        "--users",
                        "8",
                        "--peace-seconds",
                        "2",
                        "--out",
                        folder.toString(),
                        "--postgres",
                        POSTGRES.server().newDatabase(),
                        "--postgres-user",
                        POSTGRES.server().user());

        JsonObject summary = JsonParser.parseString(Files.readString(folder.resolve("summary.json")))
                .getAsJsonObject();
        assertThat(summary.get("failures").getAsString()).as("%s", summary).isEmpty();
        assertThat(code).isZero();
        assertThat(summary.get("calls").getAsInt()).isEqualTo(100);
        assertThat(summary.get("kills").getAsInt()).isPositive();
        assertThat(summary.get("reconnects").getAsInt()).isPositive();
    }

    @Test
    void an_odd_number_of_users_is_refused() {
        int code = new CommandLine(new Main())
                .setErr(new PrintWriter(new StringWriter()))
                .execute("hub-chaos", "--users", "3", "--postgres", "jdbc:postgresql://localhost/none");
        assertThat(code).isEqualTo(2);
    }
}
