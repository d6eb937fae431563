package eu.rempart.vault.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one table's records: HKDF-Expand (RFC 5869, SHA-256, one block) of the table's key
 * with {@code "record" | id} as info. Thread safe. This is on the path of every field, so the JDK's
 * HMAC is used and kept initialised; a test compares it with Bouncy Castle's HKDF.
 */
public final class RecordKeys {

  private static final String HMAC = "HmacSHA256";
  private static final byte[] LABEL = {'r', 'e', 'c', 'o', 'r', 'd'};

  private final Secret tableKey;
  private final Queue<Mac> idle = new ConcurrentLinkedQueue<>();

  /** Takes {@code tableKey} over. */
  public RecordKeys(Secret tableKey) {
    this.tableKey = tableKey;
  }

  /**
   * @throws KeyDestroyedException if the table's key was zeroed
   */
  public Secret of(UUID recordId) {
    Mac mac = take();
    byte[] info = info(recordId);
    mac.update(info);
    mac.update((byte) 1);
    Secret key = Secret.owning(mac.doFinal());
    if (tableKey.isDestroyed()) {
      forget(mac);
      key.destroy();
      throw new KeyDestroyedException();
    }
    idle.offer(mac);
    if (tableKey.isDestroyed()) {
      destroy(); // it was zeroed between the check and the offer: nobody else would wipe this one
    }
    return key;
  }

  static byte[] info(UUID recordId) {
    return ByteBuffer.allocate(LABEL.length + 16)
        .put(LABEL)
        .putLong(recordId.getMostSignificantBits())
        .putLong(recordId.getLeastSignificantBits())
        .array();
  }

  public void destroy() {
    tableKey.destroy();
    for (Mac mac = idle.poll(); mac != null; mac = idle.poll()) {
      forget(mac);
    }
  }

  private Mac take() {
    Mac mac = idle.poll();
    if (mac != null) {
      return mac;
    }
    return tableKey.read(
        bytes -> {
          try {
            Mac fresh = Mac.getInstance(HMAC);
            fresh.init(new SecretKeySpec(bytes, HMAC));
            return fresh;
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
          }
        });
  }

  /** An HMAC holds its key, masked: a new one overwrites it. */
  private static void forget(Mac mac) {
    try {
      mac.init(new SecretKeySpec(new byte[32], HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is not available", e);
    }
  }
}
