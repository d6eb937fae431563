package eu.rempart.vault.crypto;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM (NIST SP 800-38D) for many small values: {@code format (1) | epoch (2) | nonce (12) |
 * ciphertext | tag (16)}, big-endian. Nonces are random: a key must seal less than 2^32 values,
 * which one record never does. Thread safe; ciphers are pooled, since there are more (virtual)
 * threads than ciphers at work.
 */
public final class FieldCipher {

  public static final byte FORMAT = 1;

  /** Bytes before the nonce: format and epoch. */
  public static final int HEAD = 3;

  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int OVERHEAD = HEAD + NONCE + TAG;

  private static final int PLACES = 16;

  /**
   * By thread, so that the next field of a record meets the cipher that is set up for its key. One
   * too many at a place is left to the collector.
   */
  private final AtomicReferenceArray<@Nullable Tool> idle = new AtomicReferenceArray<>(PLACES);

  /** A cipher, and random bytes drawn ahead for its nonces (which are no secret). */
  private static final class Tool {
    private final Cipher cipher;
    private byte[] nonces = new byte[0];
    private int used;

    Tool() throws GeneralSecurityException {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    void nonce(byte[] target, int offset) {
      if (used == nonces.length) {
        nonces = Randomness.bytes(NONCE * 256);
        used = 0;
      }
      System.arraycopy(nonces, used, target, offset, NONCE);
      used += NONCE;
    }
  }

  /**
   * @param epoch 1 to 65,535
   * @param bound what the value is bound to besides format and epoch, behind {@value #HEAD} free
   *     bytes, which are written to
   */
  public byte[] seal(Secret key, int epoch, byte[] bound, byte[] plaintext) {
    byte[] out = new byte[OVERHEAD + plaintext.length];
    out[0] = FORMAT;
    out[1] = (byte) (epoch >>> 8);
    out[2] = (byte) epoch;
    try {
      int place = place();
      Tool tool = take(place);
      tool.nonce(out, HEAD);
      tool.cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, out, HEAD, NONCE));
      tool.cipher.updateAAD(associated(out, bound));
      tool.cipher.doFinal(plaintext, 0, plaintext.length, out, HEAD + NONCE);
      idle.set(place, tool);
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /**
   * As {@link #seal}.
   *
   * @throws CryptoException if this was not sealed with this key, epoch and binding
   */
  public byte[] open(Secret key, int epoch, byte[] bound, byte[] sealed) {
    if (sealed.length < OVERHEAD || sealed[0] != FORMAT || epochOf(sealed) != epoch) {
      throw new CryptoException();
    }
    try {
      int place = place();
      Tool tool = take(place);
      tool.cipher.init(
          Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, sealed, HEAD, NONCE));
      tool.cipher.updateAAD(associated(sealed, bound));
      byte[] plaintext = tool.cipher.doFinal(sealed, HEAD + NONCE, sealed.length - HEAD - NONCE);
      idle.set(place, tool);
      return plaintext;
    } catch (GeneralSecurityException e) {
      throw new CryptoException();
    }
  }

  /** In one piece: the cipher takes several through a buffer, which is slower than this copy. */
  private static byte[] associated(byte[] sealed, byte[] bound) {
    System.arraycopy(sealed, 0, bound, 0, HEAD);
    return bound;
  }

  private static int epochOf(byte[] sealed) {
    return (sealed[1] & 0xff) << 8 | (sealed[2] & 0xff);
  }

  private static int place() {
    return (int) Thread.currentThread().threadId() & (PLACES - 1);
  }

  private Tool take(int place) throws GeneralSecurityException {
    Tool tool = idle.getAndSet(place, null);
    return tool == null ? new Tool() : tool;
  }
}
