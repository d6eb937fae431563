package eu.rempart.tls.sign;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs with any private key of RSA: one in memory, or one in a token that never leaves it. */
public final class KeySigner implements Signer {
  private static final String PSS = "RSASSA-PSS";

  private final PrivateKey key;
  private final @Nullable Provider provider;

  private KeySigner(PrivateKey key, @Nullable Provider provider) {
    this.key = key;
    this.provider = provider;
  }

  /**
   * The fastest signer for a key: Corretto's where it is there and the key is in memory, else what
   * the JDK finds for it, which for a key in a token is the token's own provider.
   */
  public static KeySigner of(PrivateKey key) {
    byte[] pkcs8 = key.getEncoded();
    Optional<Provider> corretto = pkcs8 == null ? Optional.empty() : Corretto.provider();
    return corretto.isPresent() ? with(key, corretto.get()) : new KeySigner(key, null);
  }

  /**
   * A signer that uses one provider.
   *
   * @throws IllegalArgumentException if the provider can't use the key
   */
  public static KeySigner with(PrivateKey key, Provider provider) {
    byte[] pkcs8 = key.getEncoded();
    if (pkcs8 == null) {
      return new KeySigner(key, provider);
    }
    try {
      // Translated once: else each signature would begin with it.
      PrivateKey own =
          KeyFactory.getInstance("RSA", provider).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return new KeySigner(own, provider);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(provider.getName() + " can't use the key", e);
    }
  }

  @Override
  public byte[] sign(int scheme, byte[] message) throws GeneralSecurityException {
    Signature signature =
        switch (scheme) {
          case 0x0804 -> pss("SHA-256", MGF1ParameterSpec.SHA256, 32);
          case 0x0805 -> pss("SHA-384", MGF1ParameterSpec.SHA384, 48);
          case 0x0806 -> pss("SHA-512", MGF1ParameterSpec.SHA512, 64);
          case 0x0401 -> begun("SHA256withRSA");
          case 0x0501 -> begun("SHA384withRSA");
          case 0x0601 -> begun("SHA512withRSA");
          default -> throw new SignatureException("Scheme 0x%04x is none of RSA".formatted(scheme));
        };
    signature.update(message);
    return signature.sign();
  }

  private Signature pss(String digest, AlgorithmParameterSpec mask, int salt)
      throws GeneralSecurityException {
    Signature signature = instance(PSS);
    signature.setParameter(
        new PSSParameterSpec(digest, "MGF1", mask, salt, PSSParameterSpec.TRAILER_FIELD_BC));
    signature.initSign(key);
    return signature;
  }

  private Signature begun(String algorithm) throws GeneralSecurityException {
    Signature signature = instance(algorithm);
    signature.initSign(key);
    return signature;
  }

  private Signature instance(String algorithm) throws GeneralSecurityException {
    return provider == null
        ? Signature.getInstance(algorithm)
        : Signature.getInstance(algorithm, provider);
  }

  @Override
  public String name() {
    return provider == null ? "JDK" : provider.getName();
  }

  @Override
  public String toString() {
    return "KeySigner[" + name() + "]";
  }
}
