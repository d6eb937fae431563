package eu.rempart.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.account.joining.DuplicateMemberException;
import eu.rempart.account.joining.Joined;
import eu.rempart.account.right.LastAdministratorException;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.account.signin.SignInThrottle;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.vault.RecoveryKit;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.password.QuickPasswords;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;

class AccountServiceTest extends WithApplication {

  @Autowired VaultService vault;
  @Autowired SignInThrottle throttle;
  @Autowired CurrentMember current;
  @Autowired RecoveryKitService kits;

  @Test
  void theAdministratorsNameIsSealedAndOpensForThem() {
    admin();

    assertThat(profile.me())
        .hasValueSatisfying(
            me -> {
              assertThat(me.name().orNull()).isEqualTo("Ada Admin");
              assertThat(me.email().orNull()).isEqualTo(ADMIN);
            });
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
    admin();

    int before = QuickPasswords.made();
    assertThatThrownBy(() -> signIn(ADMIN, "not the password"))
        .isInstanceOf(BadCredentialsException.class)
        .hasMessage("refused");
    int known = QuickPasswords.made();
    assertThatThrownBy(() -> signIn(someone().value(), "not the password"))
        .isInstanceOf(BadCredentialsException.class)
        .hasMessage("refused");

    assertThat(known - before).as("what takes the time").isEqualTo(1);
    assertThat(QuickPasswords.made() - known).as("and for nobody").isEqualTo(1);
  }

  @Test
  void anInvitedMemberSetsAPasswordAndOpensTheData() {
    var member = join(Role.MEMBER);

    assertThat(member.role()).isEqualTo(Role.MEMBER);
    act(member);
    assertThat(profile.me().orElseThrow().name().orNull()).isEqualTo("Max Muster");
    assertThat(profile.language()).contains(Locale.FRENCH);
  }

  @Test
  void anInvitationWorksOnce() {
    admin();
    var invitation = members.invite("Max", someone(), Role.READER);
    invitees.accept(invitation.code(), PASSWORD.toCharArray(), Locale.ENGLISH, newSource());

    assertThat(
            invitees.accept(invitation.code(), PASSWORD.toCharArray(), Locale.ENGLISH, newSource()))
        .isInstanceOf(Joined.UsedCode.class);
    assertThat(invitees.accept("ABCD-EFGH", PASSWORD.toCharArray(), Locale.ENGLISH, newSource()))
        .isInstanceOf(Joined.UnknownCode.class);
  }

  @Test
  void wrongCodesFromOneSourceAreSlowedDownAndOthersAreNot() {
    var invitation = invite();
    var source = newSource();
    for (int i = 0; i < 20; i++) {
      assertThat(invitees.invited("ABCD-EFGH", Optional.empty(), source)).isEmpty();
    }

    assertThatThrownBy(() -> invitees.invited("ABCD-EFGH", Optional.empty(), source))
        .isInstanceOf(TooManyTriesException.class);
    assertThatThrownBy(
            () ->
                invitees.accept(invitation.code(), PASSWORD.toCharArray(), Locale.ENGLISH, source))
        .isInstanceOf(TooManyTriesException.class);
    assertThat(invitees.invited(invitation.code(), Optional.empty(), newSource())).isPresent();
  }

  @Test
  void wrongKitsFromOneSourceAreSlowedDown() {
    admin();
    var kit = kits.renew();
    kits.renew();
    var source = newSource();
    for (int i = 0; i < 20; i++) {
      assertThat(recover(kit, source)).isEmpty();
    }

    assertThatThrownBy(() -> recover(kit, source)).isInstanceOf(TooManyTriesException.class);
  }

  private java.util.Optional<SignedInMember> recover(RecoveryKit kit, String source) {
    return joining.recover(kit, "Rita", someone(), PASSWORD.toCharArray(), Locale.ENGLISH, source);
  }

  private Invitation invite() {
    admin();
    return members.invite("Max", someone(), Role.READER);
  }

  @Test
  void anAddressHasOneAccount() {
    admin();
    var address = someone();
    members.invite("Max", address, Role.READER);

    assertThatThrownBy(() -> members.invite("Moritz", address, Role.READER))
        .isInstanceOf(DuplicateMemberException.class);
  }

  @Test
  void onlyAdministratorsManageMembers() {
    for (var role : new Role[] {Role.MANAGER, Role.MEMBER, Role.READER, Role.ENGINEER}) {
      act(join(role));

      assertThatThrownBy(() -> members.all()).isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> members.suspend(UUID.randomUUID()))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> security.events()).isInstanceOf(NotPermittedException.class);
    }
  }

  @Test
  void anEngineerHasNoKeyButSeesOperations() {
    var engineer = act(join(Role.ENGINEER));

    assertThat(engineer.vault()).isNull();
    assertThat(current.may(Right.READ_RECORDS)).isFalse();
    assertThat(security.databaseVersion()).isNotBlank();
    assertThat(profile.me().orElseThrow().name().orNull()).isEqualTo("Max Muster");
  }

  @Test
  void suspensionEndsTheSessionAndTheSignIn() {
    var member = join(Role.MEMBER);
    members.suspend(member.memberId());

    assertThat(sessions.alive(member, true)).isFalse();
    assertThat(sessions.whyEnded(member.signIn())).isEqualTo(SessionEnd.ACCOUNT_CHANGED);
    assertThat(vault.isOpen(java.util.Objects.requireNonNull(member.vault()))).isFalse();
  }

  @Test
  void aSuspendedMemberComesBackByANewInvitation() {
    var member = join(Role.MEMBER);
    members.suspend(member.memberId());
    var again = members.inviteAgain(member.memberId());

    assertThat(join(again, PASSWORD, Locale.ENGLISH).memberId()).isEqualTo(member.memberId());
    assertThat(members.all())
        .filteredOn(each -> each.id().equals(member.memberId()))
        .extracting(Member::state)
        .containsExactly(MemberState.ACTIVE);
  }

  @Test
  void theLastAdministratorStays() {
    var admin = onlyAdmin();

    assertThatThrownBy(() -> members.suspend(admin.memberId()))
        .isInstanceOf(LastAdministratorException.class);
    assertThatThrownBy(() -> members.changeRole(admin.memberId(), Role.READER))
        .isInstanceOf(LastAdministratorException.class);
  }

  @Test
  void aChangeOfRoleEndsTheSession() {
    var member = join(Role.MEMBER);
    members.changeRole(member.memberId(), Role.READER);

    assertThat(sessions.alive(member, true)).isFalse();
  }

  @Test
  void whatSomebodyBeganWithAnotherRoleDoesNotGoOn() {
    var member = join(Role.MANAGER);
    var job = vault.lease(java.util.Objects.requireNonNull(member.vault()));
    members.changeRole(member.memberId(), Role.READER);

    assertThat(vault.isOpen(job.handle())).isFalse();
  }

  @Test
  void aPasswordChangeEndsTheOtherSessionsOnly() {
    var here = join(Role.MEMBER);
    act(here);
    var address = profile.me().orElseThrow().email().or("");
    var elsewhere = signIn(address, PASSWORD);
    act(here);

    assertThat(profile.changePassword("wrong".toCharArray(), "another long word".toCharArray()))
        .isFalse();
    assertThat(profile.changePassword(PASSWORD.toCharArray(), "another long word".toCharArray()))
        .isTrue();
    assertThat(sessions.alive(here, true)).isTrue();
    assertThat(sessions.alive(elsewhere, true)).isFalse();
    assertThat(sessions.whyEnded(elsewhere.signIn())).isEqualTo(SessionEnd.PASSWORD_CHANGED);
    assertThat(signIn(address, "another long word").memberId()).isEqualTo(here.memberId());
  }

  @Test
  void nobodyLooksLikeSomebodyElseByMarksThatNobodySees() {
    act(join(Role.MEMBER));
    profile.rename("\u202EAnna\u200B  Marks\u00AD\n");
    assertThat(profile.me().orElseThrow().name().orNull()).isEqualTo("Anna Marks");
    for (String none : new String[] {"", " \u200B ", "x".repeat(121)}) {
      assertThatThrownBy(() -> profile.rename(none)).isInstanceOf(InvalidFieldException.class);
    }
    admin();
    assertThatThrownBy(() -> members.invite("\u2066", someone(), Role.READER))
        .isInstanceOf(InvalidFieldException.class);
    assertThat(profile.me().orElseThrow().name().orNull()).isEqualTo("Ada Admin");
  }

  @Test
  void guessesOfThePresentPasswordAreSlowedDownAndRecorded() {
    String address = someone().value();
    var member = act(joinAs(address, Role.MEMBER));
    assertThat(profile.changePassword("a guess".toCharArray(), "another long word".toCharArray()))
        .isFalse();
    for (int i = 0; i < 11; i++) {
      throttle.failedOnDevice(member.memberId().toString(), ProfileService.OWN_PAGE);
    }

    assertThatThrownBy(
            () -> profile.changePassword(PASSWORD.toCharArray(), "another long word".toCharArray()))
        .isInstanceOf(TooManyTriesException.class);
    assertThat(signIn(address, PASSWORD).memberId())
        .as("nobody is kept from signing in")
        .isEqualTo(member.memberId());
    admin();
    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(security.events())
                    .anyMatch(
                        note ->
                            note.kind().equals("account.password.refused")
                                && member.memberId().equals(note.memberId())));
  }

  @Test
  void lockingEverybodyTakesTheKeyOutOfMemory() {
    var member = join(Role.MEMBER);
    var admin = admin();
    members.lockEverybody();

    assertThat(sessions.alive(member, true)).isFalse();
    assertThat(sessions.alive(admin, true)).isFalse();
    assertThat(vault.facts().unlocked()).isFalse();
  }

  @Test
  void signingOutLocksTheHandle() {
    var member = join(Role.READER);
    sessions.end(member.signIn(), SessionEnd.SIGNED_OUT);

    assertThat(vault.isOpen(java.util.Objects.requireNonNull(member.vault()))).isFalse();
  }
}
