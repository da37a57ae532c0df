package dev.belfry.engine.browser;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a page's script returned: an object of JavaScript. */
record Fields(Map<?, ?> values) {
    static Fields of(@Nullable Object value) {
        return new Fields((Map<?, ?>) Objects.requireNonNull(value));
    }

    /** Returns the objects of an array. */
    static List<Fields> listOf(@Nullable Object value) {
        return ((List<?>) Objects.requireNonNull(value))
                .stream().map(Fields::of).toList();
    }

    String text(String name) {
        return String.valueOf(get(name));
    }

    double number(String name) {
        return ((Number) get(name)).doubleValue();
    }

    List<?> list(String name) {
        return (List<?>) get(name);
    }

    List<Fields> objects(String name) {
        return listOf(get(name));
    }

    /** Returns an object, null if it is missing or null. */
    @Nullable
    Fields object(String name) {
        return values.get(name) instanceof Map<?, ?> map ? new Fields(map) : null;
    }

    /** Returns a text, null if it is missing or null. */
    @Nullable
    String optional(String name) {
        return (String) values.get(name);
    }

    private Object get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
