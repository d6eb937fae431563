package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.answer.RoleProof;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.handle.VaultScope;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database belongs to somebody who wants more rights, or a different past. */
class VouchingTest {

  private VaultLab lab;

  @BeforeEach
  void found() {
    lab = VaultLab.quick();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private RoleProof prove(UUID member, String role, int former) {
    return VaultScope.call(lab.handle, () -> lab.vouching.proveRole(member, role, former));
  }

  private boolean proven(UUID member, String role, RoleProof proof) {
    return lab.vouching.isRoleProven(lab.handle, member, role, proof);
  }

  private Optional<Long> ledgerBreak() {
    return VaultScope.call(lab.handle, lab.vouching::ledgerBreak);
  }

  private void append(String kind) {
    lab.sql("SELECT rempart.append_ledger(?, NULL, '{}')", kind);
  }

  private void restart() {
    lab.restart();
    lab.handle = ((Unlocking.Unlocked) lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).handle();
  }

  @Test
  void aRoleIsProvenForItsMemberItsNameAndItsVersionAlone() {
    UUID member = UUID.randomUUID();
    RoleProof proof = prove(member, "READER", 0);

    assertThat(proven(member, "READER", proof)).isTrue();
    assertThat(proven(member, "ADMINISTRATOR", proof)).isFalse();
    assertThat(proven(UUID.randomUUID(), "READER", proof)).isFalse();
    assertThat(proven(member, "READER", new RoleProof(proof.version() + 1, proof.mac()))).isFalse();
    assertThat(proven(member, "READER", new RoleProof(proof.version(), null))).isFalse();
    assertThat(proven(member, "READER", new RoleProof(proof.version(), new byte[32]))).isFalse();
  }

  @Test
  void aFormerRoleIsNotProvenAnyMoreNotEvenAfterARestart() {
    UUID member = UUID.randomUUID();
    RoleProof former = prove(member, "ADMINISTRATOR", 0);
    RoleProof present = prove(member, "READER", former.version());

    assertThat(proven(member, "ADMINISTRATOR", former)).isFalse();
    restart();
    assertThat(proven(member, "ADMINISTRATOR", former)).isFalse();
    assertThat(proven(member, "READER", present)).isTrue();
  }

  @Test
  void aVersionThatTheDatabaseLoweredIsNotUsedAgain() {
    UUID member = UUID.randomUUID();
    RoleProof first = prove(member, "ADMINISTRATOR", 0);
    assertThat(prove(member, "READER", 0).version()).isGreaterThan(first.version());
  }

  @Test
  void theLedgerIsSealedAsItGrows() {
    append("one");
    lab.vouching.sweep();
    append("two");
    assertThat(ledgerBreak()).isEmpty();
    lab.vouching.sweep();

    assertThat(ledgerBreak()).isEmpty();
    assertThat(lab.app().fetchValue("SELECT seq FROM ledger_seal")).isEqualTo(2L);
    assertThat(lab.recordedKind("vault.ledger.broken")).isFalse();
  }

  @Test
  void aLedgerThatWasRewrittenWithRightHashesIsSeen() {
    append("one");
    append("two");
    lab.vouching.sweep();
    lab.sql("ALTER TABLE ledger DISABLE TRIGGER USER");
    lab.sql("DELETE FROM ledger");
    append("one");
    append("something else");
    append("three");

    assertThat(lab.app().fetchValue("SELECT rempart.ledger_break()")).isNull();
    assertThat(ledgerBreak()).contains(2L);
    lab.vouching.sweep();
    lab.vouching.sweep();
    assertThat(lab.recorded.stream().filter(e -> e.kind().equals("vault.ledger.broken")))
        .hasSize(1);
    assertThat(lab.app().fetchValue("SELECT seq FROM ledger_seal")).isEqualTo(2L);
  }

  @Test
  void aLedgerThatWasCutTogetherWithItsSealIsSeen() {
    append("one");
    lab.vouching.sweep();
    lab.sql("CREATE TABLE former_seal AS SELECT * FROM ledger_seal");
    append("two");
    lab.vouching.sweep();

    lab.sql("ALTER TABLE ledger DISABLE TRIGGER USER");
    lab.sql("DELETE FROM ledger WHERE seq = 2");
    lab.sql("DELETE FROM ledger_seal");
    lab.sql("INSERT INTO ledger_seal SELECT * FROM former_seal");
    restart();
    lab.vouching.sweep();

    assertThat(ledgerBreak()).contains(2L);
    assertThat(lab.recordedKind("vault.ledger.broken")).isTrue();
  }

  @Test
  void aSealThatSomebodyMadeUpOrTookAwayIsSeen() {
    append("one");
    lab.vouching.sweep();
    lab.sql("UPDATE ledger_seal SET proof = set_byte(proof, 3, get_byte(proof, 3) # 1)");
    assertThat(ledgerBreak()).contains(1L);
    lab.sql("DELETE FROM ledger_seal");
    assertThat(ledgerBreak()).contains(1L);
  }
}
