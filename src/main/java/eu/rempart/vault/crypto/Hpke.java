package eu.rempart.vault.crypto;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * Hybrid public key encryption (RFC 9180) in base mode with HKDF-SHA256 and AES-256-GCM, and as KEM
 * X-Wing: X25519 and ML-KEM-768 together (draft-connolly-cfrg-xwing-kem), so that a dump that is
 * kept today stays closed for as long as either of them holds. What was wrapped before is opened
 * still; nothing is wrapped to such a key any more. A wrap is {@code format (1) | encapsulated key
 * | ciphertext}.
 */
public final class Hpke {

  /** The first byte of a wrap, and the length of a public key, say which it is. */
  private enum Suite {
    /** Falls to a quantum computer. */
    X25519(1, HPKE.kem_X25519_SHA256, 32, 32),
    X_WING(2, HPKE.kem_X_WING, 1216, 1120);

    private final byte format;
    private final short kem;
    private final int publicKey;
    private final int encapsulated;

    Suite(int format, short kem, int publicKey, int encapsulated) {
      this.format = (byte) format;
      this.kem = kem;
      this.publicKey = publicKey;
      this.encapsulated = encapsulated;
    }

    static Suite ofKey(int length) {
      return Stream.of(values())
          .filter(each -> each.publicKey == length)
          .findFirst()
          .orElseThrow(CryptoException::new);
    }

    static Suite ofWrap(byte[] wrap) {
      return Stream.of(values())
          .filter(each -> wrap.length > 1 + each.encapsulated && wrap[0] == each.format)
          .findFirst()
          .orElseThrow(CryptoException::new);
    }

    HPKE hpke() {
      return new HPKE(HPKE.mode_base, kem, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /** Both suites make the public key out of the private one. */
    AsymmetricCipherKeyPair pair(byte[] privateKey) {
      return hpke().deserializePrivateKey(privateKey, null);
    }

    byte[] publicKeyOf(byte[] privateKey) {
      return hpke().serializePublicKey(pair(privateKey).getPublic());
    }
  }

  /** Of private keys of both suites, in bytes. */
  private static final int PRIVATE_KEY = 32;

  private Hpke() {}

  public static KeyPair newKeyPair() {
    byte[] bytes = Randomness.bytes(PRIVATE_KEY);
    return new KeyPair(Suite.X_WING.publicKeyOf(bytes), Secret.owning(bytes));
  }

  /** Whether a public key falls to a quantum computer, so that another takes its place. */
  public static boolean isOutdated(byte[] publicKey) {
    return Suite.ofKey(publicKey.length) != Suite.X_WING;
  }

  /**
   * Whether these two are a pair.
   *
   * @throws CryptoException if the public key is none of ours
   */
  public static boolean isPair(Secret privateKey, byte[] publicKey) {
    Suite suite = Suite.ofKey(publicKey.length);
    return privateKey.read(bytes -> Arrays.equals(suite.publicKeyOf(bytes), publicKey));
  }

  /**
   * @throws CryptoException if the public key is none to which anything is wrapped
   */
  public static byte[] wrap(byte[] publicKey, Secret secret, byte[] info, byte[] bound) {
    if (isOutdated(publicKey)) {
      throw new CryptoException();
    }
    Suite suite = Suite.X_WING;
    byte[][] parts =
        secret.read(
            bytes -> {
              try {
                HPKE hpke = suite.hpke();
                return hpke.seal(
                    hpke.deserializePublicKey(publicKey), info, bound, bytes, null, null, null);
              } catch (InvalidCipherTextException | RuntimeException e) {
                throw new CryptoException();
              }
            });
    byte[] wrap = new byte[1 + suite.encapsulated + parts[0].length];
    wrap[0] = suite.format;
    System.arraycopy(parts[1], 0, wrap, 1, suite.encapsulated);
    System.arraycopy(parts[0], 0, wrap, 1 + suite.encapsulated, parts[0].length);
    return wrap;
  }

  /**
   * @throws CryptoException if the wrap was not made for this key, info and binding
   */
  public static Secret unwrap(Secret privateKey, byte[] wrap, byte[] info, byte[] bound) {
    Suite suite = Suite.ofWrap(wrap);
    byte[] encapsulated = Arrays.copyOfRange(wrap, 1, 1 + suite.encapsulated);
    byte[] ciphertext = Arrays.copyOfRange(wrap, 1 + suite.encapsulated, wrap.length);
    return privateKey.read(
        bytes -> {
          try {
            return Secret.owning(
                suite
                    .hpke()
                    .open(
                        encapsulated,
                        suite.pair(bytes),
                        info,
                        bound,
                        ciphertext,
                        null,
                        null,
                        null));
          } catch (InvalidCipherTextException | RuntimeException e) {
            throw new CryptoException();
          }
        });
  }
}
