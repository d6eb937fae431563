package eu.rempart.vault.crypto;

/**
 * Something did not verify or did not open. The one exception of all cryptography here; it gives no
 * reason away, since a reason is what an attacker would ask for.
 */
public final class CryptoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CryptoException() {
    super("cryptographic check failed");
  }
}
