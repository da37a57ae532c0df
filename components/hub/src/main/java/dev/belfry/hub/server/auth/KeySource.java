package dev.belfry.hub.server.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where keys come from. Thread-safe. */
interface KeySource extends AutoCloseable {
    /** Returns the keys that may have signed a token which names this key, or none. */
    List<JWK> keys(@Nullable String keyId) throws KeySourceException;

    @Override
    default void close() {}

    static KeySource of(UserKeys keys) {
        JWK key = keys.key();
        URI url = keys.keySet();
        return key != null || url == null ? any -> key == null ? List.of() : List.of(key) : fetched(url);
    }

    private static KeySource fetched(URI url) {
        int millis = 3_000;
        int bytes = 262_144;
        try {
            return new Fetched(JWKSourceBuilder.create(url.toURL(), new DefaultResourceRetriever(millis, millis, bytes))
                    .retrying(true)
                    .outageTolerant(true)
                    .build());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("this is no address of keys: " + url, e);
        }
    }

    /** Public keys from a URL: what is secret is not fetched. */
    record Fetched(JWKSource<SecurityContext> source) implements KeySource {
        @Override
        public List<JWK> keys(@Nullable String keyId) throws KeySourceException {
            JWKMatcher.Builder wanted = new JWKMatcher.Builder().keyTypes(KeyType.RSA, KeyType.OKP);
            return source.get(new JWKSelector((keyId == null ? wanted : wanted.keyID(keyId)).build()), null);
        }

        @Override
        public void close() {
            if (source instanceof Closeable closeable) {
                try {
                    closeable.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
