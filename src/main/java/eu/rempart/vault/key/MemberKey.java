package eu.rempart.vault.key;

import eu.rempart.vault.crypto.Argon2;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code member_key} that has a password.
 *
 * @param version grows by one with each password; never reused
 * @param wrap null for an engineer
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
public record MemberKey(
    UUID memberId,
    int version,
    Argon2.Cost cost,
    byte[] salt,
    byte[] verifier,
    @Nullable Wrap wrap) {

  /**
   * What leads from the password to the organisation's key.
   *
   * @param sealedPrivateKey the private key and the organisation key's check value, under the
   *     password's key
   * @param publicKeyMac the organisation vouches for the public key
   * @param orgKeyWrap the organisation's key under the public key
   */
  public record Wrap(
      byte[] publicKey,
      byte[] sealedPrivateKey,
      byte[] publicKeyMac,
      int epoch,
      byte[] orgKeyWrap) {}

  @Override
  public String toString() {
    return "MemberKey[" + memberId + ", version " + version + "]";
  }
}
