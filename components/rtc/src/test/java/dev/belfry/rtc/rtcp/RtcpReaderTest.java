package dev.belfry.rtc.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.belfry.rtc.packet.Packet;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes are laid out by hand from the figures in the cited sections. */
class RtcpReaderTest {
    private static final String EMPTY_REPORT = "80c90001 00000001";
    private static final String GOODBYE = "81cb0001 00000001";

    @Test
    void a_report_with_profile_specific_extensions_is_read() {
        assertThat(Told.of(Told.packet(
                        "81c90008 000000aa" + "000000bb ff800000 00000007 00000001 00000000 00000000" + "01020304")))
                .containsExactly(
                        "RR aa",
                        "block of aa on bb fraction 255 lost -8388608 highest 7 jitter 1 lsr 0 dlsr 0",
                        "true");
    }

    @Test
    void of_a_source_description_the_names_are_told() {
        // two chunks: NAME "ab" and CNAME "c" in one, no item in the other
        assertThat(Told.of(Told.packet("82ca0005 00000001 02026162 01016300 00000002 00000000")))
                .containsExactly("CNAME 1 c", "true");
    }

    @Test
    void a_goodbye_with_a_reason_tells_of_all_sources() {
        assertThat(Told.of(Told.packet("82cb0003 00000001 00000002 03627965")))
                .containsExactly("BYE 1", "BYE 2", "true");
    }

    @Test
    void what_is_not_known_is_passed_over() {
        String application = "80cc0003 00000001 41424344 00000000";
        String extendedReport = "80cf0003 00000001 04000001 00000000";
        String sliceLoss = "82ce0003 00000001 00000002 00000000";
        String pauseRequest = "89cd0003 00000001 00000002 00000000";
        String otherApplicationLayer = "8fce0003 00000001 00000002 41424344";
        assertThat(Told.of(Told.packet(EMPTY_REPORT
                        + application
                        + extendedReport
                        + sliceLoss
                        + pauseRequest
                        + otherApplicationLayer
                        + GOODBYE)))
                .containsExactly("RR 1", "BYE 1", "true");
    }

    @Test
    void padding_is_not_content() {
        assertThat(Told.of(Told.packet(EMPTY_REPORT + "a1cb0002 00000001 00000004")))
                .containsExactly("RR 1", "BYE 1", "true");
    }

    @Test
    void a_request_for_several_key_frames_is_told_for_each() {
        assertThat(Told.of(Told.packet("84ce0006 00000001 00000000 0000000a 01000000 ffffffff fe000000")))
                .containsExactly("FIR 1 a 1", "FIR 1 ffffffff 254", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "00000000, 0",
        "01000001, 1",
        "0103ffff, 262143",
        "0107ffff, 524286",
        // the largest that a number of 64 bits holds
        "01b7ffff, 9223336852482686976",
        "01fc0000, 0"
    })
    void a_bitrate_is_read(String content, long bitsPerSecond) {
        String sources = content.startsWith("01") ? "00000002" : "";
        String length = sources.isEmpty() ? "0004" : "0005";
        assertThat(Told.of(Told.packet("8fce" + length + "00000001 00000000 52454d42" + content + sources)))
                .containsExactly("REMB 1 " + bitsPerSecond, "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "80c900",
                // version 0, 1, 3
                "00c90001 00000001",
                "40c90001 00000001",
                "c0c90001 00000001",
                // longer than the packet, shorter than the packet, nothing but a header too few
                "80c90002 00000001",
                "80c90000 00000001",
                "80c90001 00000001 80",
                "80c90001 00000001 80c9",
                // a compound packet whose last part does not add up: nothing is told
                EMPTY_REPORT + "81cb0002 00000001",
                EMPTY_REPORT + "01cb0001 00000001",
            })
    void of_a_packet_whose_parts_do_not_add_up_nothing_is_told(String hex) {
        assertThat(Told.of(Told.packet(hex))).containsExactly("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no source at all
                "80c80000",
                "80c90000",
                "81cb0000",
                "81cd0000",
                "81ce0001 00000001",
                // a sender report cut short; more blocks than there are
                "80c80005 00000001 00000000 00000000 00000000 00000000",
                "81c80006 00000001 00000000 00000000 00000000 00000000 00000000",
                "82c90007 00000001 00000001 00000001 00000001 00000001 00000001 00000001",
                "9fc90001 00000001",
                // more sources leave than are named
                "9fcb0001 00000001",
                // a description with no chunk, no end of items, an item beyond the end
                "81ca0000",
                "81ca0002 00000001 01026162",
                "81ca0002 00000001 01ff6162",
                "81ca0002 00000001 01000100",
                // nothing missing; half an entry by padding
                "81cd0002 00000001 00000002",
                "a1cd0003 00000001 00000002 00010002",
                // padding of nothing, and of more than there is
                "a0c90002 00000001 00000000",
                "a0c90002 00000001 000000ff",
                "a0c90001 00000008",
                // a key frame of nobody, half a request
                "84ce0002 00000001 00000000",
                "84ce0003 00000001 00000000 0000000a",
                // a bitrate cut short, more sources than there are, a number of more than 63 bits
                "8fce0003 00000001 00000000 52454d42",
                "8fce0004 00000001 00000000 52454d42 ff000001",
                "8fce0004 00000001 00000000 52454d42 00bfffff",
                "8fce0004 00000001 00000000 52454d42 00ffffff",
                // transport-wide feedback: no fixed part, no packets, no chunk, deltas missing, a reserved symbol
                "8fcd0002 00000001 00000002",
                "8fcd0003 00000001 00000002 00000001",
                "8fcd0004 00000001 00000002 00000000 00000000",
                "8fcd0004 00000001 00000002 00000001 00000000",
                "8fcd0005 00000001 00000002 00000008 00000000 20080101",
                "8fcd0005 00000001 00000002 00000001 00000000 60010000",
                "8fcd0005 00000001 00000002 00000001 00000000 f0000000",
                // run lengths of zero never reach the count
                "8fcd0006 00000001 00000002 0000ffff 00000000 00000000 00000000",
            })
    void what_is_malformed_ends_the_packet_but_not_what_came_before(String hex) {
        assertThat(Told.of(Told.packet(EMPTY_REPORT + hex + GOODBYE)))
                .startsWith("RR 1")
                .endsWith("false")
                .noneMatch(line -> line.startsWith("BYE"));
    }

    @Test
    void no_bytes_at_all_make_it_throw() {
        Random random = new Random(1);
        RtcpReader reader = new RtcpReader();
        Told told = new Told();
        Packet packet = Told.packet("");
        int wellFormed = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[4 * (1 + random.nextInt(12))];
            random.nextBytes(bytes);
            bytes[0] = (byte) (0x80 | (bytes[0] & 0x1F));
            bytes[1] = (byte) (200 + random.nextInt(8));
            bytes[2] = 0;
            bytes[3] = (byte) (bytes.length / 4 - 1);
            packet.set(bytes, 0, bytes.length);
            wellFormed += reader.read(packet, told) ? 1 : 0;
        }
        assertThat(wellFormed).isBetween(10_000, 190_000);
    }

    @Test
    void reading_and_writing_allocate_nothing() {
        Packet packet = Told.packet("");
        RtcpReader reader = new RtcpReader();
        RtcpWriter writer = new RtcpWriter();
        RtcpHandler nobody = new RtcpHandler() {};
        ReportBlock block = new ReportBlock();
        long[] arrivals = new long[40];
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = i % 7 == 3 ? Long.MIN_VALUE : i * 1700L;
        }
        byte[] name = {'b'};
        long[] ssrcs = {2, 3};
        Runnable once = () -> {
            packet.clear();
            writer.start(packet, 1200);
            writer.senderReport(1, 2, 3, 4, 5);
            writer.reportBlock(block.received(2, 3, 4, 5).timing(1, 2, 3));
            writer.canonicalName(1, name);
            writer.nack(1, 2, 3);
            writer.nack(1, 2, 5);
            writer.pictureLoss(1, 2);
            writer.fullIntraRequest(1, 2, 3);
            writer.maximumBitrate(1, 1_000_000, ssrcs, 2);
            writer.transportFeedback(1, 2, 3, 65_530, arrivals, arrivals.length);
            assertThatItIsRead(reader.read(packet, nobody));
        };
        assertThat(allocatedBy(once, 20_000)).isLessThan(20_000);
    }

    private static void assertThatItIsRead(boolean read) {
        if (!read) {
            throw new AssertionError("not read");
        }
    }

    private static long allocatedBy(Runnable once, int times) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < times; i++) {
            once.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            once.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
