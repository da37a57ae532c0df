package dev.belfry.demo.headless;

/** The measurements of a call with nothing wrong. */
final class Good {
    static final Measurements CALL = new Measurements(
            12,
            180,
            300,
            290,
            290,
            290,
            290,
            288,
            2,
            12,
            25,
            42.5,
            12,
            0.98,
            0,
            0,
            0,
            0,
            0,
            "host",
            "host",
            "SRTP_AEAD_AES_128_GCM",
            0.4,
            0,
            0,
            0);

    private Good() {}
}
