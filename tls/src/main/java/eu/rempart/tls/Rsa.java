package eu.rempart.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/** RSA keys and the least size that this product takes. */
final class Rsa {
  /** In bits. */
  static final int LEAST_BITS = 4096;

  private Rsa() {}

  /** Makes a fresh key; takes one to several seconds. */
  static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(LEAST_BITS, RSAKeyGenParameterSpec.F4));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK makes no RSA key", impossible);
    }
  }

  /** The private key in a PKCS#8 structure; empty if it isn't a complete RSA key. */
  static Optional<RSAPrivateCrtKey> privateKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
              instanceof RSAPrivateCrtKey key
          ? Optional.of(key)
          : Optional.empty();
    } catch (GeneralSecurityException notRsa) {
      return Optional.empty();
    }
  }

  static RSAPublicKey publicKey(RSAPrivateCrtKey key) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("An RSA key has no public half", impossible);
    }
  }

  /**
   * Whether the two belong together. A key inside of a token doesn't tell its numbers, so it proves
   * itself by a signature.
   */
  static boolean matches(PrivateKey key, PublicKey other) {
    if (!(other instanceof RSAPublicKey candidate)) {
      return false;
    }
    return key instanceof RSAPrivateCrtKey readable
        ? candidate.getModulus().equals(readable.getModulus())
            && candidate.getPublicExponent().equals(readable.getPublicExponent())
        : signsFor(key, candidate);
  }

  private static boolean signsFor(PrivateKey key, RSAPublicKey other) {
    byte[] challenge = new byte[32];
    new SecureRandom().nextBytes(challenge);
    try {
      Signature signer = Signature.getInstance("SHA384withRSA");
      signer.initSign(key);
      signer.update(challenge);
      byte[] signature = signer.sign();
      Signature verifier = Signature.getInstance("SHA384withRSA");
      verifier.initVerify(other);
      verifier.update(challenge);
      return verifier.verify(signature);
    } catch (SignatureException otherLength) {
      return false;
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("A private key can't sign", unusable);
    }
  }

  static boolean isLongEnough(RSAKey key) {
    return key.getModulus().bitLength() >= LEAST_BITS;
  }
}
