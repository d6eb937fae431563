package eu.rempart.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where the operator's own certificate and its private key are, in place of the own authority's.
 */
public sealed interface OperatorCertificate permits OperatorCertificate.InFiles, OperatorToken {

  /** In files alone. */
  sealed interface InFiles extends OperatorCertificate permits OperatorPem, OperatorPkcs12 {}

  /**
   * Files by their names: {@code .p12} and {@code .pfx} are PKCS#12, anything else is PEM.
   *
   * @param key unused with PKCS#12, which holds the key too
   */
  static OperatorCertificate inFiles(Path certificate, Path key, Passphrase passphrase) {
    String name = certificate.toString().toLowerCase(Locale.ROOT);
    return List.of(".p12", ".pfx").stream().anyMatch(name::endsWith)
        ? new OperatorPkcs12(certificate, passphrase)
        : new OperatorPem(certificate, key, passphrase);
  }
}
