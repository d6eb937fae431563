package eu.rempart.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.H1;
import eu.rempart.account.right.RoleTamperedException;
import eu.rempart.account.signin.KeyDamagedException;
import eu.rempart.account.signin.StillWaitingException;
import eu.rempart.common.SaveResult;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyService;
import eu.rempart.company.ui.CompanyDetailsView;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.ui.ContactDetailsView;
import eu.rempart.shell.part.SealedMark;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;

/**
 * Whoever writes into the database as its owner, against the whole application: what they put there
 * is refused, shown with a code, and recorded; the rest of the record stays usable.
 */
class EvilDatabaseInTheApplicationTest extends WithApplication {

  private static final String FIELD = "vault.field.unopenable";
  private static final ContactData ZOE =
      ContactData.builder()
          .salutation("Dr")
          .firstName("Zoé")
          .lastName("Lindqvist")
          .description("Plays the cello")
          .build();

  @Autowired ContactService contacts;
  @Autowired CompanyService companies;

  @Test
  void aValueOfAnotherRowIsShownAsSealed() {
    var zoe = contacts.create(ZOE);
    var other = contacts.create(ZOE.toBuilder().description("Plays the horn").build());
    sql(
        "UPDATE contact SET description = (SELECT description FROM contact WHERE id = ?) WHERE id ="
            + " ?",
        other.value(),
        zoe.value());

    assertSealed(zoe, ContactField.DESCRIPTION);
  }

  @Test
  void aValueOfAnotherColumnIsShownAsSealed() {
    var zoe = contacts.create(ZOE);
    sql("UPDATE contact SET description = salutation WHERE id = ?", zoe.value());

    assertSealed(zoe, ContactField.DESCRIPTION);
  }

  @Test
  void aValueOfAnotherTableIsShownAsSealed() {
    var firm = companies.create(CompanyData.builder().name("Cello AG").build());
    var zoe = contacts.create(ZOE);
    sql(
        "UPDATE contact SET description = (SELECT name FROM company WHERE id = ?) WHERE id = ?",
        firm.value(),
        zoe.value());

    assertSealed(zoe, ContactField.DESCRIPTION);
  }

  @Test
  void aFlippedBitIsShownAsSealed() {
    var zoe = contacts.create(ZOE);
    sql(
        "UPDATE contact SET description = set_byte(description, 20, get_byte(description, 20) # 1)"
            + " WHERE id = ?",
        zoe.value());

    assertSealed(zoe, ContactField.DESCRIPTION);
  }

  @Test
  void aCompanyWithADamagedFieldStaysUsable() {
    var firm =
        companies.create(
            CompanyData.builder().name("Cello AG").description("Makes cellos").build());
    sql("UPDATE company SET description = name WHERE id = ?", firm.value());

    var code = companies.find(firm).orElseThrow().unopenable().values().iterator().next();
    navigate("companies/" + firm.value(), CompanyDetailsView.class);
    assertShown("Cello AG", code);
    awaitEvent(FIELD, code);
  }

  @Test
  void theRestOfADamagedContactCanBeChangedAndTheDamageFilledIn() {
    var zoe = contacts.create(ZOE);
    sql("UPDATE contact SET description = salutation WHERE id = ?", zoe.value());
    var damaged = contacts.find(zoe).orElseThrow();

    var renamed = damaged.data().toBuilder().lastName("Kerros").build();
    assertThat(contacts.save(zoe, damaged.version(), damaged.data(), renamed))
        .isInstanceOf(SaveResult.Saved.class);
    var after = contacts.find(zoe).orElseThrow();
    assertThat(after.data().lastName()).isEqualTo("Kerros");
    assertThat(after.unopenable()).containsKey(ContactField.DESCRIPTION);

    var filled = after.data().toBuilder().description("Plays the cello again").build();
    contacts.save(zoe, after.version(), after.data(), filled);
    assertThat(contacts.find(zoe).orElseThrow().unopenable()).isEmpty();
  }

  @Test
  void aReplacedPublicKeyLetsNobodyIn() {
    var address = newMember();
    sql(
        """
        UPDATE member_key SET public_key = (
            SELECT k.public_key FROM member_key k JOIN member m ON m.id = k.member_id
            WHERE k.public_key IS NOT NULL AND k.member_id <> ? LIMIT 1)
        WHERE member_id = ?\
        """,
        idOf(address),
        idOf(address));

    assertDamaged(address, PASSWORD, "vault.key.tampered");
  }

  @Test
  void loweredArgon2ParametersAreRefusedInTheWordsOfAWrongPassword() {
    var address = newMember();
    sql("UPDATE member_key SET argon_memory_kib = 8 WHERE member_id = ?", idOf(address));

    assertThatThrownBy(() -> signIn(address, PASSWORD))
        .isInstanceOf(BadCredentialsException.class)
        .hasMessage("refused");
    awaitEventOf("vault.key.cost", idOf(address));
  }

  @Test
  void anOldWrapThatIsPutBackDoesNotLetTheOldPasswordIn() {
    var address = newMember();
    var id = idOf(address);
    sql("CREATE TABLE IF NOT EXISTS stolen_key AS SELECT * FROM member_key WITH NO DATA");
    sql("INSERT INTO stolen_key SELECT * FROM member_key WHERE member_id = ?", id);
    act(signIn(address, PASSWORD));
    assertThat(profile.changePassword(PASSWORD.toCharArray(), "another long word".toCharArray()))
        .isTrue();
    sql("DELETE FROM member_key WHERE member_id = ?", id);
    sql("INSERT INTO member_key SELECT * FROM stolen_key WHERE member_id = ?", id);

    assertDamaged(address, PASSWORD, "vault.key.former");
  }

  @Test
  void aRoleRaisedBySqlLetsNobodyIn() {
    var address = newMember();
    sql("UPDATE member SET role = 'ADMINISTRATOR' WHERE id = ?", idOf(address));

    var code = assertDamaged(address, PASSWORD, "vault.role.tampered");
    admin();
    var member = memberOf(address);
    assertThat(members.roleFault(member)).contains(code);
    assertThatThrownBy(() -> members.inviteAgain(member.id()))
        .isInstanceOf(RoleTamperedException.class);

    members.changeRole(member.id(), Role.MEMBER);
    assertThat(signIn(address, PASSWORD).role()).isEqualTo(Role.MEMBER);
  }

  @Test
  void aRoleThatWasTakenAwayDoesNotComeBackBySql() {
    admin();
    var address = someone().value();
    var member = joinAs(address, Role.ADMINISTRATOR);
    sql("CREATE TABLE IF NOT EXISTS stolen_role AS SELECT * FROM member WITH NO DATA");
    sql("INSERT INTO stolen_role SELECT * FROM member WHERE id = ?", member.memberId());
    members.changeRole(member.memberId(), Role.READER);
    assertThat(signIn(address, PASSWORD).role()).isEqualTo(Role.READER);

    sql(
        """
        UPDATE member m SET role = s.role, role_version = s.role_version, role_proof = s.role_proof
        FROM stolen_role s WHERE s.id = m.id AND m.id = ?\
        """,
        member.memberId());

    assertDamaged(address, PASSWORD, "vault.role.tampered");
  }

  @Test
  void anEngineerWithSqlBecomesNobodyElse() {
    admin();
    var address = someone().value();
    var engineer = joinAs(address, Role.ENGINEER);
    sql(
        "UPDATE member SET role = 'ADMINISTRATOR', engineer_name = NULL, engineer_email = NULL"
            + " WHERE id = ?",
        engineer.memberId());

    assertDamaged(address, PASSWORD, "vault.role.tampered");
    admin();
    assertThatThrownBy(() -> members.inviteAgain(engineer.memberId()))
        .isInstanceOf(RoleTamperedException.class);
    assertThatThrownBy(() -> members.changeRole(engineer.memberId(), Role.READER))
        .isInstanceOf(RoleTamperedException.class);
  }

  @Test
  void aRoleRaisedBetweenInvitationAndJoiningLetsNobodyIn() {
    admin();
    var address = someone();
    var invitation = members.invite("Max", address, Role.READER);
    sql("UPDATE member SET role = 'ADMINISTRATOR' WHERE id = ?", idOf(address.value()));

    invitees.accept(
        invitation.code(), PASSWORD.toCharArray(), java.util.Locale.ENGLISH, newSource());
    memberAdmissions.look();

    assertThatThrownBy(() -> signIn(address.value(), PASSWORD))
        .isInstanceOf(StillWaitingException.class);
    awaitEventOf("vault.role.tampered", idOf(address.value()));
  }

  private String newMember() {
    admin();
    var address = someone().value();
    joinAs(address, Role.MEMBER);
    return address;
  }

  private Member memberOf(String address) {
    return members.all().stream()
        .filter(member -> Objects.equals(member.email().orNull(), address))
        .findFirst()
        .orElseThrow();
  }

  private UUID idOf(String address) {
    return memberOf(address).id();
  }

  /** The field is shown with a code that the security page has too; all others are as they were. */
  private void assertSealed(ContactId id, ContactField field) {
    Contact contact = contacts.find(id).orElseThrow();
    assertThat(contact.unopenable()).containsOnlyKeys(field);
    assertThat(contact.data().lastName()).isEqualTo("Lindqvist");
    var code = Objects.requireNonNull(contact.unopenable().get(field));
    assertThat(code).matches("S-[0-9A-Z]{7}");
    navigate("contacts/" + id.value(), ContactDetailsView.class);
    assertShown("Lindqvist", code);
    awaitEvent(FIELD, code);
  }

  private void assertShown(String name, String code) {
    roundTrip();
    assertThat(find(H1.class).all().getFirst().getElement().getTextRecursively()).contains(name);
    assertThat(find(SealedMark.class).all())
        .extracting(mark -> mark.getElement().getTextRecursively())
        .containsExactly("Sealed field, code " + code);
  }

  private String assertDamaged(String address, String password, String kind) {
    var refusal = catchThrowableOfType(KeyDamagedException.class, () -> signIn(address, password));
    assertThat(refusal).isNotNull();
    admin();
    awaitEvent(kind, refusal.code());
    return refusal.code();
  }

  private void awaitEventOf(String kind, UUID member) {
    admin();
    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(security.events())
                    .anyMatch(note -> note.kind().equals(kind) && member.equals(note.memberId())));
  }
}
