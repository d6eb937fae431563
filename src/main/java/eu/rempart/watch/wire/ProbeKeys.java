package eu.rempart.watch.wire;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Keys and signatures of agents and of home: Ed25519 (RFC 8032). */
public final class ProbeKeys {

  /** The length of a public key in bytes. */
  public static final int PUBLIC_BYTES = 32;

  private static final String ALGORITHM = "Ed25519";

  /** What goes before a public key in its X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private ProbeKeys() {}

  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** The {@value #PUBLIC_BYTES} bytes of a public key. */
  public static byte[] bytes(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
  }

  /**
   * A public key.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  public static PublicKey publicKey(byte[] bytes) {
    if (bytes.length != PUBLIC_BYTES) {
      throw new IllegalArgumentException(
          "a public key has %d bytes, not %d".formatted(PUBLIC_BYTES, bytes.length));
    }
    byte[] encoded = Arrays.copyOf(X509, X509.length + PUBLIC_BYTES);
    System.arraycopy(bytes, 0, encoded, X509.length, PUBLIC_BYTES);
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("these bytes are no public key", e);
    }
  }

  /**
   * A private key.
   *
   * @param encoded as {@link PrivateKey#getEncoded} has it
   * @throws IllegalArgumentException if the bytes are none
   */
  public static PrivateKey privateKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("these bytes are no private key", e);
    }
  }

  public static byte[] sign(PrivateKey key, byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Whether this is the key's signature on the text; not so whatever is wrong with it. */
  public static boolean verify(PublicKey key, byte[] text, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(text);
      return check.verify(signature);
    } catch (SignatureException | InvalidKeyException wrong) {
      return false;
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** SHA-256. */
  public static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every Java has Ed25519 and SHA-256", e);
  }
}
