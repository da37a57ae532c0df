package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.rtp.RtpPacket;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sections of the same payload type, whose packets name their section under numbers that differ. */
class DemultiplexerTest {
    private final Packet packet = new PacketPool().take();
    private final RtpPacket view = new RtpPacket();
    private final Demultiplexer demultiplexer = new Demultiplexer();
    private final Section camera = section("a", 4);
    private final Section screen = section("b", 9);

    @BeforeEach
    void add() {
        demultiplexer.sections().add(camera);
        demultiplexer.sections().add(screen);
    }

    @Test
    void a_section_is_found_by_its_name_under_the_number_it_gave_that() {
        read("40 61 00 00");
        assertThat(demultiplexer.ofUnknown(view)).isSameAs(camera);
        read("90 62 00 00");
        assertThat(demultiplexer.ofUnknown(view)).isSameAs(screen);
    }

    @Test
    void a_name_that_no_section_has_is_nobodys() {
        read("90 63 00 00");
        assertThat(demultiplexer.ofUnknown(view)).isNull();
    }

    @Test
    void without_a_name_a_payload_type_that_two_have_does_not_tell() {
        read("50 61 00 00");
        assertThat(demultiplexer.ofUnknown(view)).isNull();
    }

    private static Section section(String mid, int number) {
        List<NegotiatedFormat> formats =
                List.of(new NegotiatedFormat(Codec.VP8, 96, NegotiatedFormat.NO_RTX, Map.of()));
        HeaderExtensionMap extensions = new HeaderExtensionMap(Map.of(HeaderExtension.MID, number));
        return new Section(
                new ReceiveTrack(MediaKind.VIDEO, mid, "s", request -> {}),
                new SectionParameters(mid, MediaKind.VIDEO, formats, formats, extensions, false, List.of()));
    }

    /** Makes a packet with one word of extensions in the one-byte form (RFC 8285 section 4.2). */
    private void read(String word) {
        byte[] bytes =
                HexFormat.of().parseHex(("90 60 0001 00000000 00000007 bede 0001" + word + "00").replace(" ", ""));
        packet.clear();
        assertThat(packet.set(bytes, 0, bytes.length)).isTrue();
        assertThat(view.read(packet)).isTrue();
    }
}
