package eu.rempart.vault.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;

/** What others published, so that a change of library or parameter can't go unnoticed. */
class KnownAnswersTest {

  private static final HexFormat HEX = HexFormat.of();

  private static byte[] hex(String digits) {
    return HEX.parseHex(digits);
  }

  private static byte[] bytes(Secret secret) {
    return secret.read(byte[]::clone);
  }

  /** RFC 5869, appendix A.3: without salt and info, the first 32 of 42 bytes. */
  @Test
  void hkdfGivesTheAnswerOfItsRfc() {
    Secret input = Secret.owning(hex("0b".repeat(22)));
    assertThat(bytes(Hkdf.derive(input, new byte[0])))
        .isEqualTo(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"));
  }

  /** RFC 5869, appendix A.1: the pseudorandom key of its extract step, expanded with its info. */
  @Test
  void hkdfExpandsAsInItsRfc() {
    Secret prk =
        Secret.owning(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
    assertThat(bytes(Hkdf.expand(prk, hex("f0f1f2f3f4f5f6f7f8f9"))))
        .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
  }

  /** RFC 4231, test case 2. */
  @Test
  void hmacGivesTheAnswerOfItsRfc() {
    Secret key = Secret.owning("Jefe".getBytes(StandardCharsets.US_ASCII));
    byte[] message = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
    assertThat(Hmac.of(key, message))
        .isEqualTo(hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
  }

  /** From the tests of the reference implementation (phc-winner-argon2, src/test.c). */
  @Test
  void argon2idGivesTheAnswerOfItsReferenceImplementation() {
    byte[] password = "password".getBytes(StandardCharsets.US_ASCII);
    byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
    assertThat(bytes(Argon2.stretch(password, salt, new Argon2.Cost(64 * 1024, 2, 1))))
        .isEqualTo(hex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
  }

  /**
   * RFC 9180, appendix A.1.1: our key encapsulation and key derivation, with AES-128-GCM (the RFC
   * has no answer for X25519 with AES-256-GCM, whose suite differs in the identifier and key
   * length).
   */
  @Test
  void hpkeOpensTheAnswerOfItsRfc() throws Exception {
    HPKE hpke =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    byte[] privateKey = hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8");
    byte[] publicKey = hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d");
    assertThat(Hpke.isPair(Secret.owning(privateKey.clone()), publicKey)).isTrue();

    byte[] opened =
        hpke.open(
            hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
            hpke.deserializePrivateKey(privateKey, publicKey),
            hex("4f6465206f6e2061204772656369616e2055726e"),
            hex("436f756e742d30"),
            hex(
                "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
                    + "6d8770ac83d07bea87e13c512a"),
            null,
            null,
            null);
    assertThat(new String(opened, StandardCharsets.US_ASCII))
        .isEqualTo("Beauty is truth, truth beauty");
  }

  /** draft-connolly-cfrg-xwing-kem, appendix C: the beginning of the first public key. */
  @Test
  void xwingMakesTheKeyOfItsDraft() {
    byte[] seed = hex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26");
    HPKE hpke =
        new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    byte[] publicKey = hpke.serializePublicKey(hpke.deserializePrivateKey(seed, null).getPublic());
    assertThat(publicKey)
        .startsWith(hex("e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5"));
    assertThat(Hpke.isPair(Secret.owning(seed), publicKey)).isTrue();
  }

  @Test
  void theFastKeysOfRecordsAreWhatHkdfSays() {
    Secret table = Secret.random(32);
    UUID id = UUID.randomUUID();
    assertThat(bytes(new RecordKeys(table.copy()).of(id)))
        .isEqualTo(bytes(Hkdf.expand(table, RecordKeys.info(id))));
  }
}
