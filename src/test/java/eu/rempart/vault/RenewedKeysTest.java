package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.generated.Tables;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.Hpke;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.key.MemberKey;
import eu.rempart.vault.key.MemberKeys;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.password.QuickPasswords;
import eu.rempart.vault.password.Stretching.PasswordKeys;
import java.util.Objects;
import java.util.UUID;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys of members that were made before wraps outlived quantum computers. */
class RenewedKeysTest {

  private static final String PASSWORD = "a password of before";

  private static VaultLab lab;

  @BeforeAll
  static void open() {
    lab = VaultLab.quick();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private static byte[] publicKey(UUID member) {
    return Objects.requireNonNull(
        lab.app()
            .select(Tables.MEMBER_KEY.PUBLIC_KEY)
            .from(Tables.MEMBER_KEY)
            .where(Tables.MEMBER_KEY.MEMBER_ID.eq(member))
            .fetchSingle(Tables.MEMBER_KEY.PUBLIC_KEY));
  }

  /** As versions before wrote it: X25519 alone, format 1. */
  private static UUID memberOfBefore() throws Exception {
    UUID member = lab.member(PASSWORD);
    MemberKey row = new VaultRepository(lab.app()).memberKey(member).orElseThrow();
    MemberKey.Wrap wrap = Objects.requireNonNull(row.wrap());
    OrganisationKeys keys = lab.sessions().session(lab.handle).keys();
    byte[] seed = Randomness.bytes(32);
    byte[] publicKey = new X25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    byte[] content = new byte[64];
    System.arraycopy(seed, 0, content, 0, 32);
    System.arraycopy(keys.checkValue(), 0, content, 32, 32);
    HPKE suite =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    byte[][] parts =
        suite.seal(
            suite.deserializePublicKey(publicKey),
            MemberKeys.wrapInfo(keys.vault(), member),
            Binding.of("version").and(row.version()).bytes(),
            keys.root().read(byte[]::clone),
            null,
            null,
            null);
    byte[] former = new byte[33 + parts[0].length];
    former[0] = 1;
    System.arraycopy(parts[1], 0, former, 1, 32);
    System.arraycopy(parts[0], 0, former, 33, parts[0].length);
    MemberKeys made = new MemberKeys(QuickPasswords.stretching(), lab.pepper());
    try (PasswordKeys opened = Objects.requireNonNull(made.verify(row, PASSWORD.toCharArray()))) {
      Secret kek = opened.kek();
      lab.sql(
          "UPDATE member_key SET public_key = ?, sealed_private_key = ?, public_key_mac = ?,"
              + " org_key_wrap = ? WHERE member_id = ?",
          publicKey,
          Aead.seal(
              kek, content, MemberKeys.privateKeyBinding(keys.vault(), member, row.version())),
          keys.vouchFor(member, row.version(), publicKey),
          former,
          member);
    }
    assertThat(wrap.publicKey()).hasSize(1216);
    return member;
  }

  @Test
  void keyOfBeforeOpensOnceAndIsAnotherAfterwards() throws Exception {
    UUID member = memberOfBefore();
    assertThat(Hpke.isOutdated(publicKey(member))).isTrue();
    assertThat(lab.signIn(member, PASSWORD))
        .isInstanceOfSatisfying(
            Unlocking.Unlocked.class,
            opened -> assertThat(lab.vouching.isCurrent(opened.handle())).isTrue());
    assertThat(Hpke.isOutdated(publicKey(member))).isFalse();
    byte[] renewed = publicKey(member);
    assertThat(lab.signIn(member, PASSWORD)).isInstanceOf(Unlocking.Unlocked.class);
    assertThat(publicKey(member)).isEqualTo(renewed);
    assertThat(lab.recorded).anyMatch(event -> event.toString().contains("vault.key.renewed"));
  }

  @Test
  void formerRowOpensNothingOnceItWasRenewed() throws Exception {
    UUID member = memberOfBefore();
    var row =
        lab.app()
            .selectFrom(Tables.MEMBER_KEY)
            .where(Tables.MEMBER_KEY.MEMBER_ID.eq(member))
            .fetchSingle();
    assertThat(lab.signIn(member, PASSWORD)).isInstanceOf(Unlocking.Unlocked.class);
    lab.sql(
        "UPDATE member_key SET version = ?, argon_salt = ?, verifier = ?, public_key = ?,"
            + " sealed_private_key = ?, public_key_mac = ?, org_key_wrap = ? WHERE member_id = ?",
        row.getVersion(),
        row.getArgonSalt(),
        row.getVerifier(),
        row.getPublicKey(),
        row.getSealedPrivateKey(),
        row.getPublicKeyMac(),
        row.getOrgKeyWrap(),
        member);
    assertThat(lab.signIn(member, PASSWORD)).isInstanceOf(Unlocking.Refused.class);
  }
}
