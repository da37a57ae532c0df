package dev.belfry.signaling.wire;

import java.util.Locale;

/** Enum constants on the wire: {@code ANSWERED_ELSEWHERE} is {@code answeredElsewhere}. */
final class EnumNames {
    private EnumNames() {}

    static String name(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
