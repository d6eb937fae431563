package eu.rempart.vault.crypto;

/**
 * An X25519 key pair (RFC 7748).
 *
 * @param publicKey 32 bytes
 * @param privateKey 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read here, never compared
public record KeyPair(byte[] publicKey, Secret privateKey) {

  @Override
  public String toString() {
    return "KeyPair";
  }
}
