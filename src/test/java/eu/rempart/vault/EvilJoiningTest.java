package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.answer.Admission;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.answer.WaitingKey;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.joining.WaitingHandle;
import eu.rempart.vault.key.MemberKey;
import eu.rempart.vault.key.MemberKeys;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.key.VaultRepository.VaultRow;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database belongs to somebody who wants in: what it does to invitations and who waits. */
class EvilJoiningTest {

  private static final String PASSWORD = "a password that is mine";

  private static VaultLab lab;

  @BeforeAll
  static void found() {
    lab = VaultLab.quick();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @BeforeEach
  void forget() {
    lab.recorded.clear();
  }

  /** Every column of what waits, and of the invitation that it was made with. */
  @Test
  void nothingThatWaitsCanBeChanged() {
    UUID other = lab.newMember("MEMBER");
    lab.wait(lab.invite(other), PASSWORD);
    for (String change :
        List.of(
            "argon_memory_kib = 8",
            "argon_memory_kib = argon_memory_kib * 2",
            "argon_iterations = argon_iterations + 1",
            "argon_parallelism = 2",
            "argon_salt = set_byte(argon_salt, 3, get_byte(argon_salt, 3) # 1)",
            "verifier = set_byte(verifier, 3, get_byte(verifier, 3) # 1)",
            "public_key = (SELECT o.public_key FROM waiting_key o WHERE o.member_id = '"
                + other
                + "')",
            "sealed_private_key = '\\x01'",
            "proof = set_byte(proof, 3, get_byte(proof, 3) # 1)",
            "version = version + 1")) {
      assertTampered("UPDATE waiting_key SET " + change + " WHERE member_id = ?");
    }
    for (String change :
        List.of(
            "expires_at = expires_at + interval '30 days'",
            "key_version = key_version + 1",
            "epoch = epoch + 1",
            "created_by = '" + other + "'",
            "admission_key = NULL",
            "admission_key = set_byte(admission_key, 20, get_byte(admission_key, 20) # 1)",
            "admission_key = (SELECT o.admission_key FROM invitation o WHERE o.member_id = '"
                + other
                + "')",
            "revoked_at = now()")) {
      assertTampered("UPDATE invitation SET " + change + " WHERE member_id = ?");
    }
  }

  private static void assertTampered(String change) {
    lab.recorded.clear();
    UUID member = lab.newMember("MEMBER");
    WaitingHandle handle = lab.wait(lab.invite(member), PASSWORD);
    lab.sql(change, member);

    assertThat(lab.admit(member)).as(change).isEqualTo(Admission.TAMPERED);
    assertThat(lab.admit(member)).as("asked again").isEqualTo(Admission.TAMPERED);
    assertThat(lab.recorded.stream().filter(e -> e.kind().equals("vault.joining.tampered")).count())
        .as("told once of %s", change)
        .isEqualTo(1);
    assertThat(lab.joining.look(handle)).as(change).isNotInstanceOf(Entrance.Ready.class);
    assertThat(VaultScope.call(lab.handle, () -> lab.joining.waiting()))
        .as("administrators see no words of what nobody made")
        .filteredOn(key -> key.memberId().equals(member))
        .extracting(WaitingKey::words)
        .containsExactly(List.of());
    lab.sql("DELETE FROM waiting_key WHERE member_id = ?", member);
  }

  @Test
  void whatWaitsForOneMemberLetsNoOtherIn() {
    UUID reader = lab.newMember("READER");
    lab.wait(lab.invite(reader), PASSWORD);
    UUID administrator = lab.newMember("ADMINISTRATOR");
    lab.sql("UPDATE waiting_key SET member_id = ? WHERE member_id = ?", administrator, reader);
    assertThat(lab.admit(administrator)).isEqualTo(Admission.TAMPERED);

    lab.sql("UPDATE invitation SET member_id = ? WHERE member_id = ?", administrator, reader);
    assertThat(lab.admit(administrator)).isEqualTo(Admission.TAMPERED);
  }

  @Test
  void whatWaitedForAFormerInvitationIsNotWhatThePresentOneLetsIn() {
    UUID member = lab.newMember("MEMBER");
    lab.wait(lab.invite(member), PASSWORD);
    lab.sql("CREATE TABLE former AS SELECT * FROM waiting_key WHERE member_id = ?", member);
    Invitation second = lab.invite(member);
    lab.sql("INSERT INTO waiting_key SELECT * FROM former");
    assertThat(lab.admit(member)).isEqualTo(Admission.OVERTAKEN);

    lab.sql("UPDATE former SET invitation_id = ?, version = version + 1", second.id());
    lab.sql("INSERT INTO waiting_key SELECT * FROM former");
    assertThat(lab.admit(member)).isEqualTo(Admission.TAMPERED);
  }

  /** A database that knows the public key wraps a key of its own to it. */
  @Test
  void anotherOrganisationsKeyIsNotTakenForOurs() {
    UUID member = lab.newMember("MEMBER");
    WaitingHandle handle = lab.wait(lab.invite(member), PASSWORD);
    lab.admit(member);
    VaultRow vault = new VaultRepository(lab.app()).vault().orElseThrow();
    MemberKey row = new VaultRepository(lab.app()).memberKey(member).orElseThrow();
    MemberKey.Wrap wrap = java.util.Objects.requireNonNull(row.wrap());
    OrganisationKeys theirs = new OrganisationKeys(vault.id(), Secret.random(32));
    byte[] mac = theirs.vouchFor(member, row.version(), wrap.publicKey());
    lab.sql(
        "UPDATE member_key SET org_key_wrap = ?, public_key_mac = ? WHERE member_id = ?",
        MemberKeys.wrapFor(member, row.version(), wrap.publicKey(), mac, theirs),
        mac,
        member);

    assertThat(lab.joining.enter(handle)).isEqualTo(new Entrance.Refused());
    assertThat(lab.recordedKind("vault.key.tampered")).isTrue();
  }

  @Test
  void anotherOrganisationIsNotJoinedByTheCodeOfThisOne() {
    Invitation invitation = lab.invite(lab.newMember("MEMBER"));
    byte[] check = lab.app().fetchSingle("SELECT key_check FROM vault").get(0, byte[].class);
    lab.sql("UPDATE vault SET key_check = set_byte(key_check, 3, get_byte(key_check, 3) # 1)");
    try {
      assertThat(lab.accept(invitation, PASSWORD))
          .isInstanceOf(eu.rempart.vault.answer.Acceptance.Refused.class);
    } finally {
      lab.sql("UPDATE vault SET key_check = ?", check);
    }
  }
}
