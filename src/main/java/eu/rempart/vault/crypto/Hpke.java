package eu.rempart.vault.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * Hybrid public key encryption (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256, AES-256-GCM. A wrap is {@code format (1) | encapsulated key (32) | ciphertext}.
 */
public final class Hpke {

  private static final byte FORMAT = 1;
  private static final int ENCAPSULATED = 32;

  private Hpke() {}

  public static KeyPair newKeyPair() {
    byte[] bytes = Randomness.bytes(X25519PrivateKeyParameters.KEY_SIZE);
    return new KeyPair(
        new X25519PrivateKeyParameters(bytes).generatePublicKey().getEncoded(),
        Secret.owning(bytes));
  }

  public static byte[] publicKeyOf(Secret privateKey) {
    return privateKey.read(
        bytes -> new X25519PrivateKeyParameters(bytes).generatePublicKey().getEncoded());
  }

  public static byte[] wrap(byte[] publicKey, Secret secret, byte[] info, byte[] bound) {
    HPKE hpke = suite();
    byte[][] parts =
        secret.read(
            bytes -> {
              try {
                return hpke.seal(
                    hpke.deserializePublicKey(publicKey), info, bound, bytes, null, null, null);
              } catch (InvalidCipherTextException | RuntimeException e) {
                throw new CryptoException();
              }
            });
    byte[] wrap = new byte[1 + ENCAPSULATED + parts[0].length];
    wrap[0] = FORMAT;
    System.arraycopy(parts[1], 0, wrap, 1, ENCAPSULATED);
    System.arraycopy(parts[0], 0, wrap, 1 + ENCAPSULATED, parts[0].length);
    return wrap;
  }

  /**
   * @throws CryptoException if the wrap was not made for this key, info and binding
   */
  public static Secret unwrap(Secret privateKey, byte[] wrap, byte[] info, byte[] bound) {
    if (wrap.length <= 1 + ENCAPSULATED || wrap[0] != FORMAT) {
      throw new CryptoException();
    }
    byte[] encapsulated = Arrays.copyOfRange(wrap, 1, 1 + ENCAPSULATED);
    byte[] ciphertext = Arrays.copyOfRange(wrap, 1 + ENCAPSULATED, wrap.length);
    byte[] publicKey = publicKeyOf(privateKey);
    return privateKey.read(
        bytes -> {
          try {
            HPKE hpke = suite();
            AsymmetricCipherKeyPair pair = hpke.deserializePrivateKey(bytes, publicKey);
            return Secret.owning(
                hpke.open(encapsulated, pair, info, bound, ciphertext, null, null, null));
          } catch (InvalidCipherTextException | RuntimeException e) {
            throw new CryptoException();
          }
        });
  }

  private static HPKE suite() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }
}
