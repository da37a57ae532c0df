package dev.belfry.hub.store;

import java.nio.file.Path;

/** A process that appends events to a store in files for ever, and prints the number of each once it is stored. */
final class Appender {
    private Appender() {}

    public static void main(String[] arguments) throws Exception {
        JdbcHubStore store = JdbcHubStore.h2(Path.of(arguments[0])).open();
        for (long number = store.read(in -> in.head("bob")) + 1; ; number++) {
            String text = "m" + number;
            store.transact(in -> {
                in.append(Records.draft("bob", text));
                in.insert(Records.ringing(text, "alice", "bob"), null);
                return true;
            });
            System.out.println(number);
        }
    }
}
