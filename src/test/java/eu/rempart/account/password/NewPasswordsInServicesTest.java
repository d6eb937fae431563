package eu.rempart.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.account.joining.Joined;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.common.EmailAddress;
import eu.rempart.db.generated.Tables;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.vault.RecoveryKit;
import eu.rempart.vault.password.PasswordFault;
import eu.rempart.vault.password.WeakPasswordException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The services that take new passwords, called as no screen would. */
@Import(NewPasswordsInServicesTest.Factors.class)
class NewPasswordsInServicesTest extends WithApplication {

  private static final String NEW = "another long word";
  private static final Set<UUID> PROTECTED = ConcurrentHashMap.newKeySet();

  @Autowired RecoveryKitService kits;
  @Autowired LetterheadService letterheads;
  @Autowired DSLContext dsl;

  /** Members with a second factor. */
  @TestConfiguration
  static class Factors {

    @Bean
    @Primary
    SecondFactors protectedMembers() {
      return PROTECTED::contains;
    }
  }

  @DynamicPropertySource
  static void installation(DynamicPropertyRegistry registry) {
    registry.add("rempart.tls.host-names", () -> "kunden.difference.example");
    registry.add("rempart.mail.site", () -> "https://crm.analytic.example");
    registry.add("rempart.mail.host", () -> "127.0.0.1");
    registry.add("rempart.mail.port", () -> "9"); // nobody takes the mail: it stays in the queue
    registry.add("rempart.mail.tls", () -> "NONE");
    registry.add("rempart.mail.from", () -> "crm@firm.example");
  }

  private static void refused(PasswordFault fault, ThrowingCallable act) {
    assertThatExceptionOfType(WeakPasswordException.class)
        .isThrownBy(act)
        .satisfies(refusal -> assertThat(refusal.fault()).isEqualTo(fault));
  }

  private boolean change(String password) {
    return profile.changePassword(PASSWORD.toCharArray(), password.toCharArray());
  }

  private Joined accept(String code, String password) {
    return invitees.accept(code, password.toCharArray(), Locale.ENGLISH, newSource());
  }

  private void recover(RecoveryKit kit, EmailAddress address, String password) {
    joining.recover(
        kit, "Rita Regain", address, password.toCharArray(), Locale.ENGLISH, newSource());
  }

  /** The member is called Max Muster and lives at this address. */
  private SignedInMember max() {
    return act(joinAs("mx." + UUID.randomUUID() + "@hollyhock.example", Role.MEMBER));
  }

  private void nameFirm() {
    admin();
    if (letterheads.find().version() == 0) {
      letterheads.save(
          0,
          new Letterhead(
              "Brouwerij Zonneveld",
              null,
              "BE",
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              Map.of(),
              null));
    }
  }

  private List<String> letters(UUID member) {
    return dsl.select(Tables.MAIL.FACTS)
        .from(Tables.MAIL)
        .where(Tables.MAIL.MEMBER_ID.eq(member), Tables.MAIL.KIND.eq("password"))
        .fetch(row -> row.value1().data());
  }

  @Test
  void ownChangeAsksFifteenCharactersAndOtherWordsThanKnownOnes() {
    nameFirm();
    max();
    refused(PasswordFault.TOO_SHORT, () -> change("fourteen signs"));
    refused(PasswordFault.COMMON, () -> change("Qazwsxedcrfvtgb"));
    refused(PasswordFault.PERSONAL, () -> change("Max-Muster-2026-!"));
    refused(PasswordFault.PERSONAL, () -> change("hollyhock-2025-2026"));
    refused(PasswordFault.PERSONAL, () -> change("Zonneveld Zonneveld"));
    refused(PasswordFault.PERSONAL, () -> change("difference-kunden"));
    refused(PasswordFault.PERSONAL, () -> change("analytic-rempart-1"));
    assertThat(change(NEW)).isTrue();
  }

  @Test
  void twelveCharactersDoForMemberWithSecondFactor() {
    var max = max();
    PROTECTED.add(max.memberId());
    refused(PasswordFault.TOO_SHORT_WITH_SECOND_FACTOR, () -> change("eleven sign"));
    assertThat(change("twelve signs")).isTrue();
  }

  @Test
  void invitedMemberIsHeldToTheSame() {
    admin();
    var code = members.invite("Max", someone(), Role.MEMBER).code();
    refused(PasswordFault.TOO_SHORT, () -> accept(code, "fourteen signs"));
    refused(PasswordFault.PERSONAL, () -> accept(code, "difference-kunden"));
    assertThat(accept(code, NEW)).as("the code is still good").isInstanceOf(Joined.Waiting.class);
  }

  @Test
  void engineersNameIsKnownBeforeTheyJoin() {
    admin();
    var code = members.invite("Edgar Engelhard", someone(), Role.ENGINEER).code();
    refused(PasswordFault.PERSONAL, () -> accept(code, "Edgar-Engelhard-77"));
    assertThat(accept(code, NEW)).isInstanceOf(Joined.Welcome.class);
  }

  @Test
  void recoveryIsHeldToTheSameAndGivesNobodyARole() {
    nameFirm();
    var kit = kits.renew();
    var address = someone();
    refused(PasswordFault.TOO_SHORT, () -> recover(kit, address, "fourteen signs"));
    refused(PasswordFault.PERSONAL, () -> recover(kit, address, "Rita-Regain-2026!!"));
    refused(PasswordFault.PERSONAL, () -> recover(kit, address, "Zonneveld Zonneveld"));
    admin();
    assertThat(members.all()).noneMatch(member -> member.email().or("").equals(address.value()));
  }

  @Test
  void changedPasswordIsToldByLetter() {
    var max = max();
    assertThat(letters(max.memberId())).as("one that is new").isEmpty();
    change(NEW);
    assertThat(letters(max.memberId()))
        .singleElement()
        .asString()
        .contains("OWN_CHANGE", "\"DE\"", "\"at\"")
        .doesNotContain(NEW);
  }

  @Test
  void refusedChangeSendsNoLetter() {
    var max = max();
    assertThat(profile.changePassword("wrong".toCharArray(), NEW.toCharArray())).isFalse();
    assertThat(letters(max.memberId())).isEmpty();
  }

  @Test
  void recoveryOfKnownMemberIsToldByLetter() {
    var max = max();
    var address = EmailAddress.of(profile.me().orElseThrow().email().or(""));
    admin();
    recover(kits.renew(), address, NEW);
    assertThat(letters(max.memberId())).singleElement().asString().contains("RECOVERY");
  }

  @Test
  void whoJoinsAgainIsToldByLetter() {
    var max = max();
    admin();
    accept(members.inviteAgain(max.memberId()).code(), NEW);
    assertThat(letters(max.memberId())).singleElement().asString().contains("INVITATION");
  }
}
