package eu.rempart.tls.hello;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client offers. Numbers are those of IANA's TLS registries, in the client's order, with the
 * placeholders of RFC 8701 (GREASE) left out.
 *
 * @param serverName the host wanted (SNI, RFC 6066), lower case; null if none was given
 * @param alpn protocols wanted (RFC 7301)
 * @param versions from the extension, or the one legacy version: 0x0304 is TLS 1.3
 * @param extensions types
 * @param resumes whether it brings a session ticket or a pre-shared key; only a claim
 */
public record ClientHello(
    @Nullable String serverName,
    List<String> alpn,
    List<Integer> versions,
    List<Integer> ciphers,
    List<Integer> groups,
    List<Integer> signatureSchemes,
    List<Integer> extensions,
    boolean resumes) {

  private static final int TLS_1_3 = 0x0304;

  public ClientHello {
    alpn = List.copyOf(alpn);
    versions = List.copyOf(versions);
    ciphers = List.copyOf(ciphers);
    groups = List.copyOf(groups);
    signatureSchemes = List.copyOf(signatureSchemes);
    extensions = List.copyOf(extensions);
  }

  /** Whether the client offers TLS 1.3, where a ticket's session is still forward secret. */
  public boolean offersTls13() {
    return versions.contains(TLS_1_3);
  }

  /** The fingerprint of what the client offers; costs two hashes. */
  public String ja4() {
    return Ja4.of(this);
  }
}
