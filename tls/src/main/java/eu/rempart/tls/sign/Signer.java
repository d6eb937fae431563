package eu.rempart.tls.sign;

import java.security.GeneralSecurityException;

/** Makes a server's signatures with its private key. Safe for use by several threads. */
public interface Signer {

  /**
   * Signs a message, not its digest; takes milliseconds.
   *
   * @param scheme as RFC 8446, 4.2.3, numbers them; RSA only
   * @throws GeneralSecurityException if the scheme is unknown or the key can't be used
   */
  byte[] sign(int scheme, byte[] message) throws GeneralSecurityException;

  /** Who signs, for people: the provider's name. */
  String name();
}
