package eu.rempart.vault.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) for single keys and small values: {@code format (1) | nonce (12) |
 * ciphertext | tag (16)}. For fields see {@link FieldCipher}.
 */
public final class Aead {

  private static final byte FORMAT = 1;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private Aead() {}

  public static byte[] seal(Secret key, byte[] plaintext, byte[] bound) {
    byte[] nonce = Randomness.bytes(NONCE);
    byte[] out = new byte[1 + NONCE + plaintext.length + TAG];
    out[0] = FORMAT;
    System.arraycopy(nonce, 0, out, 1, NONCE);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound);
      cipher.doFinal(plaintext, 0, plaintext.length, out, 1 + NONCE);
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /**
   * @throws CryptoException if this was not sealed with this key for this binding
   */
  public static byte[] open(Secret key, byte[] sealed, byte[] bound) {
    if (sealed.length < 1 + NONCE + TAG || sealed[0] != FORMAT) {
      throw new CryptoException();
    }
    byte[] nonce = java.util.Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, bound);
      return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (GeneralSecurityException e) {
      throw new CryptoException();
    }
  }

  private static Cipher cipher(int mode, Secret key, byte[] nonce, byte[] bound)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }
}
