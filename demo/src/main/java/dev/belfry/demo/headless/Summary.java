package dev.belfry.demo.headless;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a call and the verdict on them, as {@code summary.json}. */
final class Summary {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .serializeSpecialFloatingPointValues()
            .setPrettyPrinting()
            .serializeNulls()
            .create();

    private Summary() {}

    /** Returns flat JSON; a figure that could not be measured is null. */
    static String write(Measurements measurements, CallScript script, List<String> failures) {
        JsonObject json = new JsonObject();
        for (Map.Entry<String, JsonElement> figure :
                GSON.toJsonTree(measurements).getAsJsonObject().entrySet()) {
            JsonPrimitive value = figure.getValue().getAsJsonPrimitive();
            if (value.isNumber() && value.getAsNumber() instanceof Double number) {
                json.addProperty(figure.getKey(), Double.isNaN(number) ? null : rounded(number));
            } else {
                json.add(figure.getKey(), value);
            }
        }
        json.addProperty("codec", script.codec().name().toLowerCase(Locale.ROOT));
        json.addProperty("seconds", script.seconds());
        json.addProperty("passed", failures.isEmpty());
        json.addProperty("failures", String.join("; ", failures));
        return GSON.toJson(json);
    }

    private static Double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }
}
