package dev.belfry.call;

import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A failure with a code, words for the user, and a remedy.
 *
 * @since 0.1
 */
public final class CallException extends Exception {
    private static final long serialVersionUID = 1;
    private static final String BUNDLE = "dev.belfry.call.errors";

    private final ErrorCode code;
    private final @Nullable String detail;

    public CallException(ErrorCode code) {
        this(code, null, null);
    }

    /**
     * Creates a failure.
     *
     * @param code what went wrong
     * @param detail a field's name, a device's name, a path; or null
     * @param cause what it was caused by, or null
     */
    public CallException(ErrorCode code, @Nullable String detail, @Nullable Throwable cause) {
        super(detail == null ? code.name() : code.name() + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
    }

    /** Returns a failure for a request whose named field is wrong. */
    public static CallException badRequest(String field) {
        return new CallException(ErrorCode.ERR_BAD_REQUEST, field, null);
    }

    public ErrorCode code() {
        return code;
    }

    /** Returns what the failure is about: a field, a device, a path; or null. */
    public @Nullable String detail() {
        return detail;
    }

    /** Returns one sentence for the user: what happened. */
    public String what(Locale locale) {
        return words(locale, ".what");
    }

    /** Returns one sentence for the user: what to do about it. */
    public String remedy(Locale locale) {
        return words(locale, ".remedy");
    }

    @Override
    public String getLocalizedMessage() {
        Locale locale = Locale.getDefault();
        return what(locale) + " " + remedy(locale);
    }

    private String words(Locale locale, String suffix) {
        return ResourceBundle.getBundle(BUNDLE, locale, CallException.class.getModule())
                .getString(code.name() + suffix);
    }
}
