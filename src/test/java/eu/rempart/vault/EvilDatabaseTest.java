package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.answer.Unlocking.Refused;
import eu.rempart.vault.answer.Unlocking.Unlocked;
import eu.rempart.vault.answer.Unlocking.VerifiedWithoutKey;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hpke;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.key.MemberKeys;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.VaultId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database belongs to somebody who wants in: what it does to keys and members. */
class EvilDatabaseTest {

  private static final String OLD = "the first password of all";
  private static final String NEW = "another password by now";

  private static VaultLab lab;

  @BeforeAll
  static void found() {
    lab = new VaultLab();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @BeforeEach
  void forget() {
    lab.recorded.clear();
  }

  @Test
  void aReplayedOldKeyDoesNotLetTheOldPasswordIn() {
    UUID member = lab.member(OLD);
    lab.sql("CREATE TABLE IF NOT EXISTS stolen AS SELECT * FROM member_key WITH NO DATA");
    lab.sql("INSERT INTO stolen SELECT * FROM member_key WHERE member_id = ?", member);
    lab.vault.changePassword(member, OLD.toCharArray(), NEW.toCharArray());
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Refused(null));

    lab.sql("DELETE FROM member_key WHERE member_id = ?", member);
    lab.sql("INSERT INTO member_key SELECT * FROM stolen WHERE member_id = ?", member);
    lab.restart();

    assertRefusedWithCode(lab.signIn(member, OLD), "vault.key.former", member);
    assertThat(lab.signIn(member, NEW)).isEqualTo(new Refused(null));
    lab.handle = ((Unlocked) lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).handle();
  }

  @Test
  void anOldKeyUnderANewVersionNumberIsRefused() {
    UUID member = lab.member(OLD);
    lab.sql("UPDATE member_key SET version = version + 5 WHERE member_id = ?", member);
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Refused(null));
  }

  @Test
  void aSuspendedMembersRestoredKeyIsRefused() {
    UUID member = lab.member(OLD);
    lab.sql("CREATE TABLE kept AS SELECT * FROM member_key WHERE member_id = ?", member);
    lab.vault.suspend(member);
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Refused(null));

    lab.sql("DELETE FROM member_key WHERE member_id = ?", member);
    lab.sql("INSERT INTO member_key SELECT * FROM kept");

    assertRefusedWithCode(lab.signIn(member, OLD), "vault.key.former", member);
  }

  @Test
  void loweredOrRaisedArgon2ParametersAreRefusedBeforeTheyAreUsed() {
    UUID member = lab.member(OLD);
    for (String change :
        new String[] {
          "argon_memory_kib = 8",
          "argon_iterations = 1",
          "argon_parallelism = 4",
          "argon_memory_kib = 2000000000",
          "argon_salt = '\\x00'"
        }) {
      lab.recorded.clear();
      lab.sql(
          "UPDATE member_key SET argon_memory_kib = 65536, argon_iterations = 3, argon_parallelism"
              + " = 1");
      lab.sql("UPDATE member_key SET %s WHERE member_id = ?".formatted(change), member);
      assertThat(lab.signIn(member, OLD)).isEqualTo(new Refused(null));
      assertThat(lab.recordedKind("vault.key.cost")).as(change).isTrue();
    }
  }

  @Test
  void aReplacedPublicKeyIsRefused() {
    UUID member = lab.member(OLD);
    lab.sql(
        "UPDATE member_key SET public_key = ? WHERE member_id = ?",
        Hpke.newKeyPair().publicKey(),
        member);
    assertRefusedWithCode(lab.signIn(member, OLD), "vault.key.tampered", member);
  }

  @Test
  void theKeyIsNeverWrappedToAPublicKeyThatNobodyVouchedFor() {
    OrganisationKeys keys =
        new OrganisationKeys(new VaultId(UUID.randomUUID(), 1), Secret.random(32));
    UUID member = UUID.randomUUID();
    byte[] mine = Hpke.newKeyPair().publicKey();
    byte[] mac = keys.vouchFor(member, 1, mine);

    assertThatThrownBy(
            () -> MemberKeys.wrapFor(member, 1, Hpke.newKeyPair().publicKey(), mac, keys))
        .isInstanceOf(CryptoException.class);
    assertThat(MemberKeys.wrapFor(member, 1, mine, mac, keys)).isNotEmpty();
  }

  @Test
  void aWrapOfAnotherOrganisationKeyIsRefused() {
    UUID member = lab.member(OLD);
    byte[] publicKey =
        lab.app()
            .fetchSingle("SELECT public_key FROM member_key WHERE member_id = ?", member)
            .get(0, byte[].class);
    VaultId vault =
        lab.app()
            .fetchSingle("SELECT id FROM vault")
            .map(row -> new VaultId(row.get(0, UUID.class), 1));
    OrganisationKeys attackers = new OrganisationKeys(vault, Secret.random(32));
    byte[] mac = attackers.vouchFor(member, 1, publicKey);
    lab.sql(
        "UPDATE member_key SET org_key_wrap = ?, public_key_mac = ? WHERE member_id = ?",
        MemberKeys.wrapFor(member, 1, publicKey, mac, attackers),
        mac,
        member);

    assertRefusedWithCode(lab.signIn(member, OLD), "vault.key.tampered", member);
  }

  @Test
  void everyColumnOfAKeyIsAuthenticated() {
    UUID member = lab.member(OLD);
    for (String column :
        new String[] {"sealed_private_key", "public_key_mac", "org_key_wrap", "public_key"}) {
      lab.recorded.clear();
      String flip =
          "UPDATE member_key SET %1$s = set_byte(%1$s, 20, get_byte(%1$s, 20) # 1) WHERE member_id = ?"
              .formatted(column);
      lab.sql(flip, member);
      assertRefusedWithCode(lab.signIn(member, OLD), "vault.key.tampered", member);
      lab.sql(flip, member);
    }
    lab.sql("UPDATE member_key SET wrap_epoch = 0 WHERE member_id = ?", member);
    assertRefusedWithCode(lab.signIn(member, OLD), "vault.key.tampered", member);
    lab.sql("UPDATE member_key SET wrap_epoch = 1 WHERE member_id = ?", member);
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocked.class);
  }

  @Test
  void anothersKeyUnderMyNameOpensNothing() {
    UUID mine = lab.member(OLD);
    UUID other = lab.member(NEW);
    lab.sql("DELETE FROM member_key WHERE member_id = ?", mine);
    lab.sql("UPDATE member_key SET member_id = ? WHERE member_id = ?", mine, other);

    assertThat(lab.signIn(mine, NEW)).isEqualTo(new Refused(null));
    assertThat(lab.signIn(mine, OLD)).isEqualTo(new Refused(null));
  }

  @Test
  void anEngineerMadeAdministratorBySqlStillHoldsNoKey() {
    UUID engineer = lab.engineer(OLD);
    lab.sql("UPDATE member SET role = 'ADMINISTRATOR' WHERE id = ?", engineer);
    assertThat(lab.signIn(engineer, OLD)).isEqualTo(new VerifiedWithoutKey());

    UUID member = lab.member(NEW);
    lab.sql(
        """
        UPDATE member_key e SET public_key = m.public_key, sealed_private_key = m.sealed_private_key,
          public_key_mac = m.public_key_mac, wrap_epoch = m.wrap_epoch, org_key_wrap = m.org_key_wrap
        FROM member_key m WHERE m.member_id = ? AND e.member_id = ?\
        """,
        member,
        engineer);
    assertThat(lab.signIn(engineer, OLD)).isEqualTo(new Refused(null));
  }

  @Test
  void aMemberWhoseWrapWasNulledIsNotTakenForAnEngineer() {
    UUID member = lab.member(OLD);
    lab.sql(
        """
        UPDATE member_key SET public_key = NULL, sealed_private_key = NULL, public_key_mac = NULL,
          wrap_epoch = NULL, org_key_wrap = NULL WHERE member_id = ?\
        """,
        member);
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Refused(null));
  }

  @Test
  void anotherVaultInTheDatabaseIsNotOurs() throws IOException {
    try (VaultLab other = new VaultLab()) {
      other.sql("UPDATE vault SET key_check = set_byte(key_check, 0, get_byte(key_check, 0) # 1)");
      assertThat(other.vault.state()).isEqualTo(VaultState.MISMATCH);
      assertThat(other.signIn(other.admin, VaultLab.ADMIN_PASSWORD)).isEqualTo(new Refused(null));
      other.sql("DELETE FROM vault");
      assertThat(other.vault.state()).isEqualTo(VaultState.MISMATCH);

      Files.delete(other.keyFile("witness"));
      other.restart();
      assertThat(other.vault.state()).isEqualTo(VaultState.NEW);
    }
  }

  @Test
  void theOperatorsMayForgetTheWitnessAndAreTold() throws IOException {
    try (VaultLab other = new VaultLab()) {
      other.vault.lockAll();
      Files.delete(other.keyFile("witness"));
      other.restart();

      assertThat(other.signIn(other.admin, VaultLab.ADMIN_PASSWORD)).isInstanceOf(Unlocked.class);
      assertThat(other.recordedKind("vault.witness.new")).isTrue();
      assertThat(other.keyFile("witness")).exists();
    }
  }

  @Test
  void databaseNeverProlongsTheIdleTime() {
    lab.sql("ALTER TABLE vault DROP CONSTRAINT vault_idle_minutes_check");
    try {
      lab.vault.setIdle(Duration.ofMinutes(60));
      assertThat(lab.vault.facts().idle()).hasMinutes(60);

      for (int minutes : new int[] {61, 1_440, 100_000, Integer.MAX_VALUE}) {
        lab.sql("UPDATE vault SET idle_minutes = ?", minutes);
        assertThat(lab.vault.facts().idle()).as("%d", minutes).hasMinutes(15);
      }
      assertThat(lab.recordedKind("vault.idle.tampered")).isTrue();
      lab.sql("UPDATE vault SET idle_minutes = 600, idle_mac = NULL");
      assertThat(lab.vault.facts().idle()).hasMinutes(15);
      for (int minutes : new int[] {0, -5, Integer.MIN_VALUE, 1}) {
        lab.sql("UPDATE vault SET idle_minutes = ?", minutes);
        assertThat(lab.vault.facts().idle()).as("%d", minutes).hasMinutes(1);
      }
      assertThat(lab.vault.isOpen(lab.handle)).isTrue();
      lab.sql("UPDATE vault SET idle_minutes = 100000");
      lab.clock.forward(Duration.ofMinutes(16));
      lab.vault.sweep();
      assertThat(lab.vault.isOpen(lab.handle)).isFalse();
    } finally {
      lab.sql("UPDATE vault SET idle_minutes = 15, idle_mac = NULL");
      lab.handle = ((Unlocked) lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).handle();
      lab.vault.setIdle(Duration.ofMinutes(15));
    }
  }

  private static void assertRefusedWithCode(Unlocking unlocking, String kind, UUID member) {
    assertThat(unlocking)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).startsWith("K-");
              assertThat(lab.recorded)
                  .anySatisfy(
                      event -> {
                        assertThat(event.kind()).isEqualTo(kind);
                        assertThat(event.memberId()).isEqualTo(member);
                        assertThat(event.code()).isEqualTo(refused.code());
                      });
            });
  }
}
