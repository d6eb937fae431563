package eu.rempart.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import eu.rempart.account.joining.Invited;
import eu.rempart.account.joining.InvitedBy;
import eu.rempart.account.joining.Joined;
import eu.rempart.account.joining.WaitingMember;
import eu.rempart.account.signin.StillWaitingException;
import eu.rempart.common.EmailAddress;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.joining.WaitingHandle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;

/** Who is let in by whose session, and who is not. */
class AdmissionsTest extends WithApplication {

  private EmailAddress invitedAddress = someone();

  private Invitation invite(Role role) {
    admin();
    invitedAddress = someone();
    return members.invite("Zoé Waits", invitedAddress, role);
  }

  private WaitingHandle accept(Invitation invitation) {
    var joined =
        invitees.accept(invitation.code(), PASSWORD.toCharArray(), Locale.ENGLISH, newSource());
    return ((Joined.Waiting) joined).handle();
  }

  private UUID idOf(EmailAddress address) {
    admin();
    return members.all().stream()
        .filter(member -> Objects.equals(member.email().orNull(), address.value()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Everybody's sessions end, so that nobody lets anybody in. */
  private void signEverybodyOut() {
    admin();
    members.lockEverybody();
  }

  @Test
  void nobodyIsLetInUntilAnAdministratorSignsIn() {
    var member = joinAs(invitedAddress.value(), Role.MANAGER);
    var invitation = invite(Role.READER);
    assertThat(invitees.invited(invitation.code(), Optional.empty(), newSource()))
        .contains(new Invited(Role.READER, Optional.empty(), false));
    signEverybodyOut();
    var handle = accept(invitation);
    assertThat(invitees.enter(handle)).isEmpty();
    assertThat(signIn(addressOf(member), PASSWORD).role()).isEqualTo(Role.MANAGER);
    memberAdmissions.look();
    assertThat(invitees.look(handle))
        .as("whoever else is signed in holds the key, and lets nobody in")
        .isInstanceOf(Entrance.Waiting.class);
    assertThatThrownBy(() -> signIn(invitedAddress.value(), PASSWORD))
        .isInstanceOf(StillWaitingException.class);
    assertThatThrownBy(() -> signIn(invitedAddress.value(), "not the password"))
        .isInstanceOf(BadCredentialsException.class);

    admin();
    memberAdmissions.look();
    var entered = invitees.enter(handle).orElseThrow();
    assertThat(entered.role()).isEqualTo(Role.READER);
    act(entered);
    assertThat(profile.me().orElseThrow().name().orNull()).isEqualTo("Zoé Waits");
    assertThat(memberAdmissions.ownWords()).hasSize(6);
    var words = memberAdmissions.ownWords();
    admin();
    assertThat(memberAdmissions.words(entered.memberId())).isEqualTo(words);
    awaitEventOf("account.member.admitted", entered.memberId());
  }

  private String addressOf(SignedInMember member) {
    admin();
    var address =
        members.all().stream()
            .filter(each -> each.id().equals(member.memberId()))
            .findFirst()
            .orElseThrow()
            .email()
            .orNull();
    members.lockEverybody();
    return Objects.requireNonNull(address);
  }

  @Test
  void linkNamesWhoInvitedAndNobodyElse() {
    var invitation = invite(Role.MEMBER);
    var by = members.inviter(invitation).orElseThrow();
    var code = invitation.code();
    assertThat(invitees.invited(code, Optional.of(by), newSource()))
        .contains(new Invited(Role.MEMBER, Optional.of(by.name()), false));

    var altered = Optional.of(new Invited(Role.MEMBER, Optional.empty(), true));
    var other = members.invite("Somebody Else", someone(), Role.MEMBER);
    for (var wrong :
        List.of(
            new InvitedBy("Somebody Else", by.mark()),
            new InvitedBy(by.name(), new byte[0]),
            new InvitedBy(by.name(), new byte[12]),
            members.inviter(other).orElseThrow())) {
      assertThat(invitees.invited(code, Optional.of(wrong), newSource())).isEqualTo(altered);
    }
  }

  /** As the clock of the application does it, which nobody calls. */
  @Test
  void whoWaitsIsLetInByItselfWhileAnAdministratorIsSignedIn() {
    var handle = accept(invite(Role.MEMBER));
    await()
        .pollInSameThread()
        .untilAsserted(() -> assertThat(invitees.look(handle)).isEqualTo(new Entrance.Ready()));
  }

  @Test
  void whoSignsInWhileWaitingEntersByThatPage() {
    var invitation = invite(Role.MEMBER);
    signEverybodyOut();
    accept(invitation);
    var waits =
        catchThrowableOfType(
            StillWaitingException.class, () -> signIn(invitedAddress.value(), PASSWORD));
    admin();
    memberAdmissions.look();
    assertThat(invitees.enter(waits.handle())).isPresent();
  }

  @Test
  void aRoleChangedWhileWaitingIsTheOneThatTheyEnterWith() {
    var handle = accept(invite(Role.READER));
    members.changeRole(idOf(invitedAddress), Role.MANAGER);
    memberAdmissions.look();
    assertThat(invitees.enter(handle).orElseThrow().role()).isEqualTo(Role.MANAGER);
  }

  @Test
  void suspendedWhileWaitingEntersNoMore() {
    var handle = accept(invite(Role.MEMBER));
    members.suspend(idOf(invitedAddress));
    memberAdmissions.look();
    assertThat(invitees.look(handle)).isEqualTo(new Entrance.Refused());
    assertThatThrownBy(() -> signIn(invitedAddress.value(), PASSWORD))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void aRoleRaisedBySqlWhileWaitingLetsNobodyIn() {
    var invitation = invite(Role.READER);
    var member = idOf(invitedAddress);
    signEverybodyOut();
    var handle = accept(invitation);
    sql("UPDATE member SET role = 'ADMINISTRATOR' WHERE id = ?", member);
    admin();
    memberAdmissions.look();

    assertThat(invitees.look(handle)).isInstanceOf(Entrance.Waiting.class);
    assertThat(memberAdmissions.waiting())
        .filteredOn(waiting -> waiting.memberId().equals(member))
        .allMatch(waiting -> waiting.roleFault().isPresent())
        .hasSize(1);
    awaitEventOf("vault.role.tampered", member);
    memberAdmissions.refuse(member);
    assertThat(invitees.look(handle)).isEqualTo(new Entrance.Refused());
  }

  @Test
  void whatWasChangedWaitsForAnAdministratorWhoRefusesIt() {
    var invitation = invite(Role.MEMBER);
    var member = idOf(invitedAddress);
    signEverybodyOut();
    var handle = accept(invitation);
    sql("UPDATE waiting_key SET public_key = '\\x0102' WHERE member_id = ?", member);
    admin();
    memberAdmissions.look();

    assertThat(invitees.look(handle)).isInstanceOf(Entrance.Waiting.class);
    assertThat(memberAdmissions.waiting())
        .filteredOn(waiting -> waiting.memberId().equals(member))
        .extracting(WaitingMember::words)
        .containsExactly(List.of());
    awaitEventOf("vault.joining.tampered", member);

    memberAdmissions.refuse(member);
    assertThat(memberAdmissions.waiting()).noneMatch(waiting -> waiting.memberId().equals(member));
    assertThat(invitees.look(handle)).isEqualTo(new Entrance.Refused());
    awaitEventOf("account.member.refused", member);
    var again = members.inviteAgain(member);
    assertThat(join(again, PASSWORD, Locale.ENGLISH).memberId()).isEqualTo(member);
  }

  @Test
  void onlyAdministratorsSeeAndRefuseWhoWaits() {
    act(join(Role.MANAGER));
    assertThatThrownBy(() -> memberAdmissions.waiting()).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> memberAdmissions.refuse(UUID.randomUUID()))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> memberAdmissions.words(UUID.randomUUID()))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void anEngineerWaitsForNobodyAndHasNoWords() {
    var invitation = invite(Role.ENGINEER);
    signEverybodyOut();
    var joined =
        invitees.accept(invitation.code(), PASSWORD.toCharArray(), Locale.ENGLISH, newSource());
    assertThat(joined)
        .isInstanceOfSatisfying(
            Joined.Welcome.class,
            welcome -> {
              act(welcome.member());
              assertThat(memberAdmissions.ownWords()).isEmpty();
            });
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
