package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Group;
import dev.belfry.call.User;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class JdbcDirectoryTest {
    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    @TempDir
    Path directory;

    private final Backend backend;

    private JdbcHubStore store;
    private JdbcDirectory people;

    JdbcDirectoryTest(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void open() throws Exception {
        store = backend.fresh(directory, POSTGRES.server()).open();
        people = store.directory();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aUserIsFoundAsPutAndIsNotSaidToBeOnline() throws Exception {
        User alice = new User("alice", "Alice \u00c5", URI.create("https://example.org/a.png"), true, "doctor");
        people.put(alice);

        User stored = new User("alice", "Alice \u00c5", URI.create("https://example.org/a.png"), false, "doctor");
        assertThat(people.user("alice")).contains(stored);
        assertThat(people.users(List.of("alice", "nobody"))).containsOnlyKeys("alice");
        assertThat(people.user("nobody")).isEmpty();
    }

    @Test
    void aGuestWhoNeverCalledIsForgottenInTime() throws Exception {
        people.put(User.of("caller", "Gina"), Records.NOON);
        people.put(User.of("guest", "Gus"), Records.NOON);
        people.put(User.of("user", "Uma"));
        store.transact(in -> {
            in.insert(Records.ringing("s1", "caller", "user"), null);
            return true;
        });
        assertThat(left(Records.NOON)).containsExactlyInAnyOrder("caller", "guest", "user");
        assertThat(left(Records.NOON.plusSeconds(1))).containsExactlyInAnyOrder("caller", "user");
    }

    private List<String> left(Instant before) throws Exception {
        store.transact(in -> {
            in.prune(before);
            return true;
        });
        return people.search("").stream().map(User::uid).toList();
    }

    @Test
    void aUserThatIsPutAgainIsSeenAtOnce() throws Exception {
        people.put(User.of("alice", "Alice"));
        assertThat(people.user("alice").orElseThrow().name()).isEqualTo("Alice");
        people.put(User.of("alice", "Alicia"));
        assertThat(people.user("alice").orElseThrow().name()).isEqualTo("Alicia");
        assertThat(people.search("ALICIA")).hasSize(1);
        assertThat(people.search("alice")).hasSize(1);
    }

    @Test
    void aSearchTakesSignsAsWhatTheyAre() throws Exception {
        people.put(User.of("u1", "100% sure"));
        people.put(User.of("u2", "100 sure"));
        people.put(User.of("u_3", "Wow!"));
        people.put(User.of("u43", "O'Hara \\ Sons; DROP TABLE hub_users"));

        assertThat(people.search("0% ")).extracting(User::uid).containsExactly("u1");
        assertThat(people.search("u_")).extracting(User::uid).containsExactly("u_3");
        assertThat(people.search("!")).extracting(User::uid).containsExactly("u_3");
        assertThat(people.search("'hara \\ sons; drop")).extracting(User::uid).containsExactly("u43");
        assertThat(people.search("")).extracting(User::uid).containsExactly("u2", "u1", "u43", "u_3");
    }

    @Test
    void aSearchIgnoresCaseInEveryScript() throws Exception {
        people.put(User.of("u1", "\u00c9mile \u0416\u0443\u043a"));
        assertThat(people.search("\u00e9MILE \u0436\u0423\u041a")).hasSize(1);
    }

    @Test
    void aSearchFindsAHundredAtMost() throws Exception {
        for (int i : IntStream.range(0, 105).toArray()) {
            people.put(User.of("u" + i, "User"));
        }
        assertThat(people.search("user")).hasSize(100);
    }

    @Test
    void aGroupHasTheMembersItWasPutWithLast() throws Exception {
        people.put(new Group("team", "Team", null, 99), List.of("bob", "alice"));
        assertThat(people.group("team")).contains(new Group("team", "Team", null, 2));
        assertThat(people.members("team")).containsExactly("bob", "alice");

        URI icon = URI.create("https://example.org/i.png");
        people.put(new Group("team", "Crew", icon, 0), List.of("carol"));
        assertThat(people.group("team")).contains(new Group("team", "Crew", icon, 1));
        assertThat(people.members("team")).containsExactly("carol");
        assertThat(people.members("nobody's")).isEmpty();
        assertThat(people.group("nobody's")).isEmpty();
    }

    @Test
    void workMayLookSomebodyUpThoughItHoldsEveryConnection() throws Exception {
        people.put(User.of("alice", "Alice"));
        store.close();
        store = backend == Backend.H2
                ? JdbcHubStore.h2(directory).poolSize(2).open()
                : backend.fresh(directory, POSTGRES.server()).poolSize(2).open();
        JdbcDirectory again = store.directory();
        again.put(User.of("alice", "Alice"));
        String name = store.transact(in -> again.user("alice").orElseThrow().name());
        assertThat(name).isEqualTo("Alice");
    }
}
