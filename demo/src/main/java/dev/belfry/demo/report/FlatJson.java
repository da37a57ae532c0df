package dev.belfry.demo.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;

/** Figures and the verdict on them as one flat JSON object, names in snake case. */
public final class FlatJson {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .serializeSpecialFloatingPointValues()
            .setPrettyPrinting()
            .serializeNulls()
            .create();
    private static final double THOUSANDTHS = 1000.0;

    private final JsonObject json = new JsonObject();

    private FlatJson() {}

    /** Returns the components of a record of numbers and words; a figure that could not be measured is null. */
    public static FlatJson of(Record figures) {
        FlatJson flat = new FlatJson();
        for (Map.Entry<String, JsonElement> figure :
                GSON.toJsonTree(figures).getAsJsonObject().entrySet()) {
            flat.add(figure.getKey(), figure.getValue());
        }
        return flat;
    }

    /** Adds a word. */
    public FlatJson with(String name, String value) {
        json.addProperty(name, value);
        return this;
    }

    /** Adds a number. */
    public FlatJson with(String name, long value) {
        json.addProperty(name, value);
        return this;
    }

    /** Adds the verdict: what was not sound, in words. */
    public FlatJson judged(List<String> failures) {
        json.addProperty("passed", failures.isEmpty());
        json.addProperty("failures", String.join("; ", failures));
        return this;
    }

    @Override
    public String toString() {
        return GSON.toJson(json);
    }

    private void add(String name, JsonElement value) {
        JsonPrimitive plain = value.getAsJsonPrimitive();
        if (plain.isNumber() && plain.getAsNumber() instanceof Double number) {
            json.addProperty(
                    name, Double.isNaN(number) ? null : (Double) (Math.round(number * THOUSANDTHS) / THOUSANDTHS));
        } else {
            json.add(name, value);
        }
    }
}
