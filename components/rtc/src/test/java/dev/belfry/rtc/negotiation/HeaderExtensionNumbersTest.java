package dev.belfry.rtc.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.rtp.HeaderExtension;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** RFC 9143 section 12. */
class HeaderExtensionNumbersTest {
    private static final String STRANGE = "urn:example:strange";

    private final Peer caller = new Peer(false).withAudioAndVideo();
    private final Peer callee = new Peer(true).withAudioAndVideo();

    @Test
    void an_offer_in_which_a_number_means_two_extensions_is_refused() {
        caller.negotiator.update();
        String offer = inLastSection(caller.next().text(), HeaderExtension.MID, STRANGE);
        assertRefused(() -> callee.negotiator.receiveOffer(offer));
        assertThat(callee.agreements).isEmpty();
    }

    @Test
    void an_answer_in_which_a_number_means_two_extensions_is_refused() throws Exception {
        caller.negotiator.update();
        callee.receive(caller.next());
        String answer = inLastSection(callee.next().text(), HeaderExtension.MID, STRANGE);
        assertRefused(() -> caller.negotiator.receiveAnswer(answer));
        assertThat(caller.agreements).isEmpty();
    }

    @Test
    void an_extension_may_have_another_number_in_each_section() throws Exception {
        caller.negotiator.update();
        String offer = caller.next().text();
        int start = offer.lastIndexOf("m=");
        String renumbered = offer.substring(0, start)
                + offer.substring(start)
                        .replaceFirst(
                                "a=extmap:[0-9]+ " + HeaderExtension.MID.uri(),
                                "a=extmap:14 " + HeaderExtension.MID.uri());
        callee.negotiator.receiveOffer(renumbered);
        assertThat(callee.media(0).extensions().id(HeaderExtension.MID)).isEqualTo(4);
        assertThat(callee.media(1).extensions().id(HeaderExtension.MID)).isEqualTo(14);
    }

    @Test
    void a_section_that_is_rejected_does_not_count() throws Exception {
        caller.offerTo(callee);
        caller.negotiator.transceivers().get(1).stop();
        caller.negotiator.update();
        String offer = caller.next().text() + "a=extmap:4 " + STRANGE + "\r\n";
        callee.negotiator.receiveOffer(offer);
        assertThat(callee.media(1).rejected()).isTrue();
    }

    /** Lets the number of an extension mean another one in the last section. */
    private static String inLastSection(String description, HeaderExtension extension, String instead) {
        int start = description.lastIndexOf("m=");
        return description.substring(0, start) + description.substring(start).replace(extension.uri(), instead);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(RtcException.class)
                .isThrownBy(call)
                .satisfies(error -> assertThat(error.reason()).isEqualTo(RtcException.Reason.DESCRIPTION_REFUSED));
    }
}
