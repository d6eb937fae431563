package eu.rempart.vault.crypto;

import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SHA256 (RFC 2104), compared in constant time. */
public final class Hmac {

  private Hmac() {}

  public static byte[] of(Secret key, byte[] message) {
    return key.read(
        bytes -> {
          HMac mac = new HMac(SHA256Digest.newInstance());
          mac.init(new KeyParameter(bytes));
          mac.update(message, 0, message.length);
          byte[] out = new byte[32];
          mac.doFinal(out, 0);
          return out;
        });
  }

  /**
   * @throws CryptoException if {@code mac} is not the MAC of {@code message}
   */
  public static void check(Secret key, byte[] message, byte[] mac) {
    if (!MessageDigest.isEqual(of(key, message), mac)) {
      throw new CryptoException();
    }
  }
}
