package dev.belfry.demo.line;

import dev.belfry.call.CallException;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A codec's method as one that a future takes. */
@FunctionalInterface
interface Decoding<T> {
    T read(String json) throws CallException;

    /** Returns a function that fails as futures do. */
    static <T> Function<String, T> of(Decoding<T> decoding) {
        return json -> {
            try {
                return decoding.read(json);
            } catch (CallException e) {
                throw new CompletionException(e);
            }
        };
    }
}
