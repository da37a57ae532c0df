package dev.belfry.hub.server.http;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.service.Device;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about who sends it.
 *
 * @since 0.1
 */
public final class Bearer {
    /** The header with the id of the device. */
    public static final String DEVICE_HEADER = "Belfry-Device";

    private static final String SCHEME = "bearer ";
    private static final int MAX_DEVICE_ID = 128;

    private Bearer() {}

    /** Returns the token of an {@code Authorization} header (RFC 6750 section 2.1); none if it has none. */
    public static Optional<String> token(@Nullable String authorization) {
        if (authorization == null
                || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                || authorization.length() == SCHEME.length()) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(SCHEME.length()).strip());
    }

    /**
     * Returns a device of a user.
     *
     * @param deviceId 1 to 128 printable characters of ASCII
     * @throws CallException ERR_BAD_REQUEST with that field for anything else
     */
    public static Device device(String uid, @Nullable String deviceId, String field) throws CallException {
        if (deviceId == null
                || deviceId.isEmpty()
                || deviceId.length() > MAX_DEVICE_ID
                || !deviceId.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw CallException.badRequest(field);
        }
        return new Device(uid, deviceId);
    }

    /** Returns the refusal of a request without a token. */
    public static CallException missing() {
        return new CallException(ErrorCode.ERR_UNAUTHORIZED, "token", null);
    }
}
