package eu.rempart.tls;

import java.util.List;
import javax.net.ssl.SSLParameters;

/**
 * What the server offers, most wanted first. Only suites with forward secrecy and authenticated
 * encryption are named (RFC 9325); everything not named here is refused.
 */
public enum TlsProfile {
  /** TLS 1.3, and 1.2 for clients that have nothing newer. */
  STANDARD,

  /** TLS 1.3 only, and only with 256-bit keys. */
  STRICT;

  /**
   * JSSE leaves out a group that it doesn't know, so the first one counts from the JDK that has it.
   */
  private static final List<String> GROUPS = List.of("X25519MLKEM768", "x25519", "secp384r1");

  /** Protocol names as JSSE spells them. */
  public List<String> protocols() {
    return switch (this) {
      case STANDARD -> List.of("TLSv1.3", "TLSv1.2");
      case STRICT -> List.of("TLSv1.3");
    };
  }

  /** Cipher suites as JSSE spells them, most wanted first. */
  public List<String> cipherSuites() {
    return switch (this) {
      case STANDARD ->
          List.of(
              "TLS_AES_256_GCM_SHA384",
              "TLS_CHACHA20_POLY1305_SHA256",
              "TLS_AES_128_GCM_SHA256",
              "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
              "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
      case STRICT -> List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");
    };
  }

  /** Key exchange groups as JSSE spells them, most wanted first. */
  public List<String> namedGroups() {
    return GROUPS;
  }

  /** Signature schemes of RFC 8446, 4.2.3; PKCS#1 ones serve TLS 1.2 alone. */
  public List<String> signatureSchemes() {
    return switch (this) {
      case STANDARD ->
          List.of(
              "rsa_pss_rsae_sha384",
              "rsa_pss_rsae_sha512",
              "rsa_pss_rsae_sha256",
              "rsa_pkcs1_sha384",
              "rsa_pkcs1_sha512",
              "rsa_pkcs1_sha256");
      case STRICT -> List.of("rsa_pss_rsae_sha384", "rsa_pss_rsae_sha512", "rsa_pss_rsae_sha256");
    };
  }

  /**
   * Narrows the parameters of a server's engine or socket to this profile, in place. Leaves ALPN,
   * SNI and client authentication as they are.
   *
   * @return the same object, for chaining
   */
  public SSLParameters restrict(SSLParameters parameters) {
    parameters.setProtocols(protocols().toArray(String[]::new));
    parameters.setCipherSuites(cipherSuites().toArray(String[]::new));
    parameters.setUseCipherSuitesOrder(true);
    parameters.setNamedGroups(namedGroups().toArray(String[]::new));
    parameters.setSignatureSchemes(signatureSchemes().toArray(String[]::new));
    return parameters;
  }
}
