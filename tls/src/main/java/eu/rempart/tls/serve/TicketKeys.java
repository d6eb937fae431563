package eu.rempart.tls.serve;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys that seal session tickets, the one in use first, then those whose tickets are still taken.
 * Processes with the same keys resume each other's sessions. Immutable.
 */
public final class TicketKeys {
  /** A name of 16 bytes, a key of 16 for HMAC-SHA-256, and one of 16 for AES. */
  public static final int KEY_BYTES = 48;

  private static final int MOST = 3;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<byte[]> keys;

  /**
   * @param keys each {@link #KEY_BYTES} long and random; at least one
   */
  public TicketKeys(List<byte[]> keys) {
    if (keys.isEmpty() || keys.stream().anyMatch(it -> it.length != KEY_BYTES)) {
      throw new IllegalArgumentException(
          keys.size() + " keys; expected one or more of " + KEY_BYTES + " bytes");
    }
    this.keys = keys.stream().map(byte[]::clone).toList();
  }

  /** A fresh key, known to this process alone. */
  public static TicketKeys random() {
    return new TicketKeys(List.of(newKey()));
  }

  /** A fresh key of {@link #KEY_BYTES}. */
  public static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  /** A fresh key in front; the former two still open their tickets. */
  public TicketKeys rotated() {
    List<byte[]> next = new ArrayList<>();
    next.add(newKey());
    next.addAll(keys.subList(0, Math.min(keys.size(), MOST - 1)));
    return new TicketKeys(next);
  }

  /** The keys themselves, for those who hand them to another process. Not copied. */
  public List<byte[]> keys() {
    return keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TicketKeys that
        && Arrays.deepEquals(keys.toArray(), that.keys.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(keys.toArray());
  }

  @Override
  public String toString() {
    return "TicketKeys[" + keys.size() + "]";
  }
}
