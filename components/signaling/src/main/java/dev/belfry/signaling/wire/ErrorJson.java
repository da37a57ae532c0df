package dev.belfry.signaling.wire;

import com.google.gson.JsonObject;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;

/** Refusals: the code, and what it is about. */
final class ErrorJson {
    private ErrorJson() {}

    static JsonObject write(CallException error) {
        JsonObject json = new JsonObject();
        json.addProperty("code", error.code().name());
        if (error.detail() != null) {
            json.addProperty("field", error.detail());
        }
        return json;
    }

    static CallException read(JsonFields json) throws CallException {
        String code = json.text("code");
        for (ErrorCode known : ErrorCode.values()) {
            if (known.name().equals(code)) {
                return new CallException(known, json.textOrNull("field"), null);
            }
        }
        throw json.bad("code", null);
    }
}
