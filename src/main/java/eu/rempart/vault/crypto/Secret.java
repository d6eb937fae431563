package eu.rempart.vault.crypto;

import java.lang.invoke.VarHandle;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;
import javax.crypto.SecretKey;

/**
 * Secret bytes that can be zeroed and never print. Thread safe.
 *
 * <p>A result computed while another thread zeroes the bytes is discarded: it might have been made
 * with a key of zeros. What the JDK and Bouncy Castle copy inside of their own objects cannot be
 * zeroed from here and stays until it is collected.
 */
public final class Secret implements SecretKey {

  private static final long serialVersionUID = 1L;

  private final transient byte[] bytes;
  private transient volatile boolean destroyed;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes the array over: whoever calls must neither keep nor change it. */
  public static Secret owning(byte[] bytes) {
    return new Secret(bytes);
  }

  public static Secret random(int length) {
    return new Secret(Randomness.bytes(length));
  }

  /**
   * Lets {@code use} read the bytes.
   *
   * @throws KeyDestroyedException if they were zeroed before, or while, it did
   */
  public <R> R read(Function<byte[], R> use) {
    requireLive();
    R result = use.apply(bytes);
    // Pairs with destroy(): flag first, zeros after. No zero was read if the flag is still down.
    VarHandle.fullFence();
    requireLive();
    return result;
  }

  public Secret copy() {
    return new Secret(read(byte[]::clone));
  }

  public boolean isSameAs(Secret other) {
    return read(mine -> other.read(theirs -> MessageDigest.isEqual(mine, theirs)));
  }

  private void requireLive() {
    if (destroyed) {
      throw new KeyDestroyedException();
    }
  }

  @Override
  public void destroy() {
    destroyed = true;
    VarHandle.fullFence();
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  @Override
  public String getAlgorithm() {
    return "AES";
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  /** A copy, which the JDK's ciphers zero after use. */
  @Override
  public byte[] getEncoded() {
    return read(byte[]::clone);
  }

  @Override
  public String toString() {
    return "";
  }

  private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
    throw new java.io.NotSerializableException("a secret never leaves memory");
  }
}
