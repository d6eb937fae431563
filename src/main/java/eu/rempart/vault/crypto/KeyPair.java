package eu.rempart.vault.crypto;

/**
 * A key pair of X-Wing: X25519 (RFC 7748) and ML-KEM-768 (FIPS 203).
 *
 * @param publicKey 1,216 bytes
 * @param privateKey the seed of both, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read here, never compared
public record KeyPair(byte[] publicKey, Secret privateKey) {

  @Override
  public String toString() {
    return "KeyPair";
  }
}
