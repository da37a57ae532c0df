package dev.belfry.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RtcExceptionTest {
    @Test
    void its_message_names_the_reason_and_the_detail() {
        RtcException error = new RtcException(RtcException.Reason.NO_PATH, "no candidate pair answered");
        assertThat(error.reason()).isEqualTo(RtcException.Reason.NO_PATH);
        assertThat(error).hasMessage("NO_PATH: no candidate pair answered").hasNoCause();
    }
}
