package eu.rempart.tls;

import java.nio.file.Path;

/**
 * The operator's own certificate.
 *
 * @param chain PEM file with the server's certificate first, then each issuer in turn
 * @param key PEM file with the private key, PKCS#8 or PKCS#1; may be the same file as the chain
 * @param passphrase opens an encrypted key; {@link Passphrase#none()} for one in clear
 */
public record OperatorPem(Path chain, Path key, Passphrase passphrase)
    implements OperatorCertificate.InFiles {

  /** A key that isn't encrypted. */
  public static OperatorPem of(Path chain, Path key) {
    return new OperatorPem(chain, key, Passphrase.none());
  }
}
