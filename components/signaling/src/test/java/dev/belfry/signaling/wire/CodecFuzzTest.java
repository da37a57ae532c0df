package dev.belfry.signaling.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any text at all is read, or refused as a bad request: nothing else happens. */
class CodecFuzzTest {
    private static final List<Reader> READERS = List.of(
            WireCodec::readCall,
            WireCodec::readInitiate,
            WireCodec::readReject,
            WireCodec::readToken,
            WireCodec::readError,
            ListCodec::readCalls,
            ListCodec::readUsers,
            ListCodec::readIceServers,
            AdminCodec::readPutUser,
            AdminCodec::readPutGroup,
            AdminCodec::readTokenRequest,
            AdminCodec::readGuestLinkRequest,
            AdminCodec::readGuestLink,
            AdminCodec::readGuestSession,
            AdminCodec::readGuestCode);

    @FuzzTest(maxDuration = "10m")
    void any_frame_of_a_device_comes_back_as_it_was_read_or_is_refused(byte[] input) {
        String text = text(input);
        ClientFrame frame = read(() -> FrameCodec.readClientFrame(text));
        if (frame != null) {
            assertThat(read(() -> FrameCodec.readClientFrame(FrameCodec.write(frame))))
                    .isEqualTo(frame);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void any_frame_of_the_hub_is_read_or_refused(byte[] input) {
        String text = text(input);
        ServerFrame frame = read(() -> FrameCodec.readServerFrame(text));
        if (frame != null) {
            assertThat(read(() -> FrameCodec.readServerFrame(FrameCodec.write(frame))))
                    .isNotNull();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void any_body_is_read_or_refused(byte[] input) {
        String text = text(input);
        for (Reader reader : READERS) {
            read(() -> reader.read(text));
        }
    }

    private static <T> @Nullable T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CallException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
            assertThat(refused.detail()).isNotEmpty();
            return null;
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private interface Reading<T> {
        T read() throws CallException;
    }

    private interface Reader {
        Object read(String text) throws CallException;
    }
}
