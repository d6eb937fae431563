package eu.rempart.vault.content;

import eu.rempart.common.ContentKey;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens the chunks of one file by AES-256-GCM (NIST SP 800-38D): {@code format (1) |
 * nonce (12) | ciphertext | tag (16)}, bound to the file, the chunk's number, and whether it is the
 * last one, so that chunks can be neither exchanged nor left out, and a cut file does not pass for
 * a whole one. Nonces are random, since an upload that resumes may seal a chunk twice (decision
 * record 0048). Not thread safe; close it to forget the key.
 */
public final class ContentCipher implements AutoCloseable {

  /** Bytes of a chunk in clear; the last one may be shorter. */
  public static final int CHUNK = 64 * 1024;

  private static final byte FORMAT = 1;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final Secret key;
  private final UUID file;
  private final Cipher cipher;

  public ContentCipher(ContentKey key, UUID file) {
    this.key = Secret.owning(key.bytes());
    this.file = file;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /** A key for a new file. */
  public static ContentKey newKey() {
    byte[] bytes = Randomness.bytes(ContentKey.BYTES);
    try {
      return new ContentKey(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * @param number of the chunk, from 0
   * @param length how many of these bytes, 0 to {@link #CHUNK}
   */
  public byte[] seal(int number, boolean last, byte[] bytes, int length) {
    byte[] out = new byte[1 + NONCE + length + TAG];
    out[0] = FORMAT;
    System.arraycopy(Randomness.bytes(NONCE), 0, out, 1, NONCE);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, out, 1, NONCE));
      cipher.updateAAD(bound(number, last));
      cipher.doFinal(bytes, 0, length, out, 1 + NONCE);
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /**
   * @throws CryptoException if this is not that chunk of this file
   */
  public byte[] open(int number, boolean last, byte[] sealed) {
    if (sealed.length < 1 + NONCE + TAG || sealed[0] != FORMAT) {
      throw new CryptoException();
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, sealed, 1, NONCE));
      cipher.updateAAD(bound(number, last));
      return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (GeneralSecurityException e) {
      throw new CryptoException();
    }
  }

  private byte[] bound(int number, boolean last) {
    return Binding.of("rempart 1 chunk").and(file).and(number).and(last ? 1 : 0).bytes();
  }

  @Override
  public void close() {
    key.destroy();
  }
}
