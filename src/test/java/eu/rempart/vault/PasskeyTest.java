package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.answer.Unlocking.Refused;
import eu.rempart.vault.answer.Unlocking.Unlocked;
import eu.rempart.vault.crypto.Hpke;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.passkey.NewPasskey;
import eu.rempart.vault.passkey.Passkey;
import eu.rempart.vault.passkey.PasskeyKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passkeys open, and what a database does with their rows that belongs to somebody else. */
class PasskeyTest {

  private static final String PASSWORD = "the password beside it";

  private static VaultLab lab;

  private final byte[] secret = Randomness.bytes(32);
  private UUID member;
  private VaultHandle handle;
  private Passkey passkey;

  @BeforeAll
  static void found() {
    lab = VaultLab.quick();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @BeforeEach
  void enrol() {
    member = lab.member(PASSWORD);
    handle = ((Unlocked) lab.signIn(member, PASSWORD)).handle();
    passkey = add(handle, secret);
    lab.recorded.clear();
  }

  private static Passkey add(VaultHandle handle, byte[] secret) {
    return VaultScope.call(handle, () -> lab.passkeys.add(fresh(), Secret.owning(secret.clone())));
  }

  private static NewPasskey fresh() {
    return new NewPasskey(
        PasskeyKind.SIGN_IN, Randomness.bytes(16), Randomness.bytes(100), true, 0, "Laptop");
  }

  private Unlocking open(byte @Nullable [] with) {
    return lab.passkeys
        .find(passkey.credentialId())
        .map(each -> lab.passkeys.open(each, with == null ? null : Secret.owning(with.clone())))
        .orElse(new Refused(null));
  }

  @Test
  void passkeyOpensWhatThePasswordOpens() {
    assertThat(open(secret)).isInstanceOf(Unlocked.class);
    assertThat(lab.recorded).isEmpty();
  }

  @Test
  void itOpensAfterEverybodyLeftAndTheServerStartedAgain() {
    lab.vault.lockAll();
    lab.restart();
    assertThat(open(secret)).isInstanceOf(Unlocked.class);
    lab.handle = ((Unlocked) lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).handle();
  }

  @Test
  void otherSecretsOpenNothing() {
    assertThat(open(Randomness.bytes(32))).isInstanceOf(Refused.class);
    assertThat(open(new byte[32])).isInstanceOf(Refused.class);
    assertThat(open(null)).isEqualTo(new Refused(null));
  }

  @Test
  void itOpensAfterThePasswordIsAnother() {
    lab.vault.changePassword(member, PASSWORD.toCharArray(), "and now another one".toCharArray());
    assertThat(open(secret)).isInstanceOf(Unlocked.class);
  }

  @Test
  void whatWasTakenAwayOpensNothingWhenTheDatabaseBringsItBack() {
    keep(passkey);
    assertThat(lab.passkeys.remove(member, passkey.id())).isTrue();
    assertThat(open(secret)).isEqualTo(new Refused(null));

    bringBack();
    assertThat(open(secret)).isEqualTo(new Refused(null));
    assertThat(lab.recordedKind("vault.passkey.former")).isTrue();
    lab.restart();
    assertThat(open(secret)).as("the next start knows it too").isEqualTo(new Refused(null));
    lab.handle = ((Unlocked) lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).handle();
  }

  @Test
  void whoeverIsSuspendedHasNoneAnyMore() {
    keep(passkey);
    VaultHandle opened = ((Unlocked) open(secret)).handle();
    lab.vault.suspend(member);
    assertThat(lab.vault.isOpen(opened)).isFalse();
    assertThat(open(secret)).isEqualTo(new Refused(null));

    bringBack();
    assertThat(open(secret)).isEqualTo(new Refused(null));
    assertThat(lab.passkeys.of(member)).isEmpty();
  }

  /** A database that hides the rows while they are taken away, and shows them afterwards. */
  @Test
  void whatWasHiddenFromTheOneWhoSuspendedIsDeadToo() {
    keep(passkey);
    lab.sql("DELETE FROM passkey WHERE member_id = ?", member);
    lab.vault.suspend(member);
    bringBack();
    assertThat(open(secret)).isEqualTo(new Refused(null));
    assertThat(lab.passkeys.of(member)).isEmpty();
  }

  @Test
  void newNameIsItsOwnersAlone() {
    assertThat(lab.passkeys.rename(member, passkey.id(), "Office")).isTrue();
    assertThat(lab.passkeys.of(member)).singleElement().matches(p -> p.name().equals("Office"));
  }

  @Test
  void whoeverIsInvitedAgainBeginsWithNone() {
    lab.accept(lab.invite(member), "they forgot the former one");
    lab.admit(member);
    assertThat(lab.passkeys.of(member)).isEmpty();
    assertThat(open(secret)).isEqualTo(new Refused(null));

    VaultHandle again = ((Unlocked) lab.signIn(member, "they forgot the former one")).handle();
    passkey = add(again, secret);
    assertThat(open(secret)).as("a new one is one").isInstanceOf(Unlocked.class);
  }

  @Test
  void sessionOfAPasskeyThatIsTakenAwayEnds() {
    VaultHandle opened = ((Unlocked) open(secret)).handle();
    assertThat(lab.vouching.isCurrent(opened)).isTrue();
    VaultScope.call(handle, () -> lab.passkeys.remove(member, passkey.id()));
    assertThat(lab.vault.isOpen(opened)).isFalse();
    assertThat(lab.vault.isOpen(handle)).as("the one that took it away").isTrue();
  }

  @Test
  void nobodyTakesAwayWhatIsAnothers() {
    assertThat(lab.passkeys.remove(lab.admin, passkey.id())).isFalse();
    assertThat(lab.passkeys.rename(lab.admin, passkey.id(), "Mine")).isFalse();
    assertThat(open(secret)).isInstanceOf(Unlocked.class);
  }

  /** Each is a row that somebody wrote into the database who may write anything there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "version = version + 1",
        "kind = 'FACTOR'",
        "attested = '\\x00'",
        "synced = NOT synced",
        "mac = '\\x00'",
        "name = 'Lost phone'",
        "public_key = NULL, sealed_private_key = NULL, public_key_mac = NULL, wrap_epoch = NULL,"
            + " org_key_wrap = NULL",
        "sealed_private_key = '\\x00'",
        "public_key_mac = '\\x00'",
        "org_key_wrap = '\\x00'",
        "wrap_epoch = wrap_epoch + 1",
        "public_key = NULL"
      })
  void rowThatRempartDidNotWriteOpensNothing(String change) {
    lab.sql("UPDATE passkey SET " + change + " WHERE id = ?", passkey.id());
    assertThat(open(secret)).isInstanceOf(Refused.class);
    assertThat(lab.recordedKind("vault.passkey.tampered")).isTrue();
  }

  @Test
  void replacedPublicKeyIsRefused() {
    lab.sql(
        "UPDATE passkey SET public_key = ? WHERE id = ?",
        Hpke.newKeyPair().publicKey(),
        passkey.id());
    assertThat(open(secret)).isInstanceOf(Refused.class);
  }

  @Test
  void passkeyGivenToSomebodyElseIsRefused() {
    lab.sql("UPDATE passkey SET member_id = ? WHERE id = ?", lab.admin, passkey.id());
    assertThat(open(secret)).isEqualTo(new Refused(null));
    assertThat(lab.recordedKind("vault.passkey.tampered")).isTrue();
  }

  @Test
  void wrapOfAnotherPasskeyIsRefused() {
    byte[] other = Randomness.bytes(32);
    Passkey theirs = add(lab.handle, other);
    for (String column : List.of("public_key", "sealed_private_key", "org_key_wrap")) {
      lab.sql(
          "UPDATE passkey SET %s = (SELECT %s FROM passkey WHERE id = ?) WHERE id = ?"
              .formatted(column, column),
          theirs.id(),
          passkey.id());
    }
    assertThat(open(secret)).isInstanceOf(Refused.class);
    assertThat(open(other)).isInstanceOf(Refused.class);
    lab.passkeys.remove(lab.admin, theirs.id());
  }

  @Test
  void rowOfTheThievesOwnMakingIsNobodys() {
    lab.sql(
        """
        INSERT INTO passkey (id, member_id, version, kind, credential_id, attested, synced, mac, name)
        VALUES (gen_random_uuid(), ?, 99, 'SIGN_IN', '\\xabcd', '\\x00', false, '\\x00', 'Thief')
        """,
        lab.admin);
    assertThat(lab.passkeys.find(new byte[] {(byte) 0xab, (byte) 0xcd})).isEmpty();
    assertThat(lab.recordedKind("vault.passkey.tampered")).isTrue();
    lab.sql("DELETE FROM passkey WHERE name = 'Thief'");
  }

  @Test
  void counterNeverGoesBack() {
    lab.passkeys.used(passkey, 7, "FR");
    lab.passkeys.used(passkey, 3, "DE");
    assertThat(lab.passkeys.of(member))
        .singleElement()
        .matches(each -> each.counter() == 7 && "DE".equals(each.lastUsedPlace()));
  }

  @Test
  void engineersPasskeyOpensNothing() {
    UUID engineer = lab.engineer(PASSWORD);
    passkey = lab.passkeys.addWithoutKey(engineer, fresh());
    assertThat(open(null)).isEqualTo(new Unlocking.VerifiedWithoutKey());
    assertThat(open(secret)).isEqualTo(new Unlocking.VerifiedWithoutKey());
  }

  private static void keep(Passkey passkey) {
    lab.sql("DROP TABLE IF EXISTS kept_passkey");
    lab.sql("CREATE TABLE kept_passkey AS SELECT * FROM passkey WHERE id = ?", passkey.id());
  }

  private static void bringBack() {
    lab.sql("INSERT INTO passkey SELECT * FROM kept_passkey");
  }
}
