package dev.belfry.rtc.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Threads of one connection that end by themselves; tells when all have. For the loop. */
final class CountedThreads implements ThreadFactory {
    private final ThreadFactory factory;
    private CompletableFuture<@Nullable Void> ended = CompletableFuture.completedFuture(null);

    CountedThreads(ThreadFactory factory) {
        this.factory = factory;
    }

    @Override
    public Thread newThread(Runnable work) {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        ended = CompletableFuture.allOf(ended, done);
        return factory.newThread(() -> {
            try {
                work.run();
            } finally {
                done.complete(null);
            }
        });
    }

    /** Completes when the threads made so far have done their work. */
    CompletableFuture<@Nullable Void> ended() {
        return ended;
    }
}
