package eu.rempart.tls.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeySignerTest {
  private static final byte[] MESSAGE = "what is signed".getBytes(StandardCharsets.US_ASCII);
  private static final KeyPair PAIR = pair();

  static Stream<KeySigner> signers() {
    PrivateKey key = PAIR.getPrivate();
    return Stream.of(KeySigner.of(key), KeySigner.with(key, Security.getProvider("SunRsaSign")));
  }

  @Test
  void correttoSignsWhereItLoads() {
    assertThat(Corretto.provider()).isPresent(); // on every system that the tests run on
    assertThat(KeySigner.of(PAIR.getPrivate()).name())
        .isEqualTo(Corretto.provider().orElseThrow().getName());
  }

  @ParameterizedTest
  @MethodSource("signers")
  void everySchemeIsThatOfTheStandard(Signer signer) throws Exception {
    assertVerified(pss("SHA-256", MGF1ParameterSpec.SHA256, 32), signer.sign(0x0804, MESSAGE));
    assertVerified(pss("SHA-384", MGF1ParameterSpec.SHA384, 48), signer.sign(0x0805, MESSAGE));
    assertVerified(pss("SHA-512", MGF1ParameterSpec.SHA512, 64), signer.sign(0x0806, MESSAGE));
    assertVerified(jdk("SHA256withRSA"), signer.sign(0x0401, MESSAGE));
    assertVerified(jdk("SHA384withRSA"), signer.sign(0x0501, MESSAGE));
    assertVerified(jdk("SHA512withRSA"), signer.sign(0x0601, MESSAGE));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void weakAndUnknownSchemesAreRefused(Signer signer) {
    assertThatThrownBy(() -> signer.sign(0x0201, MESSAGE)) // PKCS#1 with SHA-1
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageContaining("0x0201");
  }

  @Test
  void aKeyThatKeepsItsSecretIsLeftToTheJdk() {
    PrivateKey token = new TokenKey();

    assertThat(KeySigner.of(token).name()).isEqualTo("JDK");
  }

  @Test
  void theNameOfAKeyTellsNothingOfIt() {
    assertThat(KeySigner.of(PAIR.getPrivate()).toString()).matches("KeySigner\\[\\w+]");
  }

  private static void assertVerified(Signature verifier, byte[] signature) throws Exception {
    verifier.initVerify(PAIR.getPublic());
    verifier.update(MESSAGE);
    assertThat(verifier.verify(signature)).isTrue();
  }

  private static Signature pss(String digest, MGF1ParameterSpec mask, int salt) throws Exception {
    Signature signature = jdk("RSASSA-PSS");
    signature.setParameter(new PSSParameterSpec(digest, "MGF1", mask, salt, 1));
    return signature;
  }

  private static Signature jdk(String algorithm) throws Exception {
    return Signature.getInstance(algorithm, "SunRsaSign");
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As a key in a token is: it has no encoding. */
  private static final class TokenKey implements PrivateKey {
    private static final long serialVersionUID = 1;

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public String getFormat() {
      return "none";
    }

    @Override
    @SuppressWarnings("NullAway") // as the interface has it for keys that can't be read
    public byte[] getEncoded() {
      return null;
    }
  }
}
