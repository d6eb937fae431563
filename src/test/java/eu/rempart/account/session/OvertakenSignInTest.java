package eu.rempart.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.vault.VaultService;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Between the right password and the open session somebody else may be quicker. */
class OvertakenSignInTest extends WithApplication {

  @Autowired private AuthenticationProvider passwords;
  @Autowired private SignIns signIns;
  @Autowired private VaultService vault;

  private String address;
  private UUID member;

  @BeforeEach
  void join() {
    address = someone().value();
    member = joinAs(address, Role.MANAGER).memberId();
  }

  /** The password is right, and nothing has begun yet. */
  private Authentication prove() {
    var request = UsernamePasswordAuthenticationToken.unauthenticated(address, PASSWORD);
    request.setDetails(new WebAuthenticationDetails(newSource(), null));
    return Objects.requireNonNull(passwords.authenticate(request));
  }

  private SignedInMember enter(Authentication proven) {
    signIns.begin(proven, new MockHttpServletRequest());
    return (SignedInMember) Objects.requireNonNull(proven.getPrincipal());
  }

  private void isOut(SignedInMember signedIn, SessionEnd why) {
    assertThat(sessions.alive(signedIn, true)).isFalse();
    assertThat(sessions.whyEnded(signedIn.signIn())).isEqualTo(why);
    assertThat(vault.isOpen(Objects.requireNonNull(signedIn.vault()))).isFalse();
  }

  @Test
  void whoIsWhatTheyWereIsIn() {
    assertThat(sessions.alive(enter(prove()), true)).isTrue();
  }

  @Test
  void whoIsSuspendedMeanwhileIsNotLetIn() {
    Authentication proven = prove();
    members.suspend(member);
    isOut(enter(proven), SessionEnd.ACCOUNT_CHANGED);
  }

  @Test
  void whoseRoleWasTakenAwayMeanwhileDoesNotComeInWithIt() {
    Authentication proven = prove();
    members.changeRole(member, Role.READER);
    isOut(enter(proven), SessionEnd.ACCOUNT_CHANGED);
    assertThat(enter(prove()).role()).isEqualTo(Role.READER);
  }

  @Test
  void aPasswordThatWasChangedMeanwhileLetsNobodyIn() {
    Authentication proven = prove();
    act(signIn(address, PASSWORD));
    assertThat(profile.changePassword(PASSWORD.toCharArray(), "another long word".toCharArray()))
        .isTrue();
    isOut(enter(proven), SessionEnd.PASSWORD_CHANGED);
  }

  @Test
  void norDoesOneThatAnotherServerChanged() {
    Authentication proven = prove();
    sql("UPDATE member_key SET version = version + 1 WHERE member_id = ?", member);
    isOut(enter(proven), SessionEnd.PASSWORD_CHANGED);
  }
}
