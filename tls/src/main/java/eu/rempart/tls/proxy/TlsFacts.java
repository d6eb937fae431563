package eu.rempart.tls.proxy;

import org.jspecify.annotations.Nullable;

/**
 * What a header tells of the client's TLS; each part is left out of the header where null.
 *
 * @param version {@code TLSv1.3}
 * @param cipher {@code TLS_AES_256_GCM_SHA384}
 * @param alpn {@code h2} or {@code http/1.1}
 * @param serverName the name that the client asked for
 * @param group the key exchange, {@code X25519MLKEM768}
 * @param ja4 the fingerprint of the ClientHello
 */
public record TlsFacts(
    String version,
    String cipher,
    @Nullable String alpn,
    @Nullable String serverName,
    @Nullable String group,
    @Nullable String ja4) {}
