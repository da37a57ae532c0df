package dev.belfry.signaling.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class JsonAssertions {
    private JsonAssertions() {}

    static void assertSameJson(String actual, String expected) {
        assertThat(JsonParser.parseString(actual)).isEqualTo(JsonParser.parseString(expected));
    }

    static void assertBad(String field, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(CallException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
            assertThat(refused.detail()).isEqualTo(field);
        });
    }
}
