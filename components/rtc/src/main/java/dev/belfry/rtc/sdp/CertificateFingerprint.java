package dev.belfry.rtc.sdp;

/**
 * The hash of a certificate: {@code a=fingerprint} (RFC 8122 section 5).
 *
 * @param hash the hash function in lower case, such as {@code sha-256}; whether it is good enough is not judged here
 * @param value the bytes in hexadecimal, parted by colons
 * @since 0.1
 */
public record CertificateFingerprint(String hash, String value) {}
