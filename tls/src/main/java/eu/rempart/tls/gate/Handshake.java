package eu.rempart.tls.gate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A finished handshake.
 *
 * @param protocol as OpenSSL spells it, {@code TLSv1.3}
 * @param cipher as RFC 8446 spells it, {@code TLS_AES_256_GCM_SHA384}
 * @param group the key exchange, {@code X25519MLKEM768}; null where the engine does not tell
 * @param resumed whether it cost no signature
 * @param ja4 fingerprint of the ClientHello (JA4, FoxIO 2023); null where it was not read
 * @param took from the first byte of the ClientHello to the client's Finished
 */
public record Handshake(
    String protocol,
    String cipher,
    @Nullable String group,
    boolean resumed,
    @Nullable String ja4,
    Duration took) {}
