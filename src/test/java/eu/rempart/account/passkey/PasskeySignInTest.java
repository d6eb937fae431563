package eu.rempart.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.account.passkey.PasskeyRefusedException.Reason;
import eu.rempart.account.passkey.PasskeyService.Invitation;
import eu.rempart.account.passkey.PasskeyService.Outcome;
import eu.rempart.common.proof.FreshProofRequiredException;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.passkey.Passkey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** Passkeys of members and engineers in the application, with an authenticator of bytes. */
class PasskeySignInTest extends WithApplication {

  @Autowired private PasskeyService service;
  @Autowired private PasskeySignIn door;
  @Autowired private PasskeyStep step;

  private final MockHttpSession page = new MockHttpSession();
  private final SoftAuthenticator authenticator = new SoftAuthenticator();
  private final byte[] secret = Randomness.bytes(32);

  @BeforeEach
  void here() {
    authenticator.host = "localhost";
    authenticator.origin = "https://localhost";
  }

  private MockHttpServletRequest request(MockHttpSession session) {
    var request = new MockHttpServletRequest("POST", PasskeySignInFilter.PATH);
    request.setSession(session);
    request.setServerName("localhost");
    request.setServerPort(443);
    request.setRemoteAddr(newSource());
    return request;
  }

  private static byte[] bytes(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  private static Map<String, String> parts(Assertion assertion, byte[] secret) {
    Map<String, String> parts = new HashMap<>();
    parts.put("id", Sent.text(assertion.credentialId()));
    parts.put("clientData", Sent.text(assertion.clientData()));
    parts.put("authenticator", Sent.text(assertion.authenticator()));
    parts.put("signature", Sent.text(assertion.signature()));
    parts.put("key", secret.length == 0 ? "" : Sent.text(secret));
    return parts;
  }

  private Outcome enrol(byte[] secret) {
    Invitation invitation = service.begin(request(page)).orElseThrow();
    Enrolled enrolled = authenticator.enrol(bytes(invitation.challenge()));
    Map<String, String> made =
        Map.of(
            "clientData", Sent.text(enrolled.clientData()),
            "attestation", Sent.text(enrolled.attestation()));
    Map<String, String> tried = parts(authenticator.use(bytes(invitation.tried())), secret);
    return service.add(request(page), made::get, tried::get, "Laptop");
  }

  private MockHttpServletRequest answer(byte[] secret) {
    var session = new MockHttpSession();
    var question = door.ask(request(session)).orElseThrow();
    var request = request(session);
    parts(authenticator.use(bytes(question.challenge())), secret).forEach(request::setParameter);
    return request;
  }

  private static Reason reason(Throwable thrown) {
    return ((PasskeyRefusedException) thrown).reason();
  }

  @Test
  void memberEnrolsAndSignsInWithoutPassword() {
    SignedInMember member = act(join(Role.MEMBER));
    assertThat(enrol(secret)).isInstanceOf(Outcome.Added.class);

    SignedInMember again = door.signIn(answer(secret));
    assertThat(again.memberId()).isEqualTo(member.memberId());
    assertThat(again.vault()).isNotNull();
    act(member);
    assertThat(service.mine())
        .singleElement()
        .matches(passkey -> passkey.lastUsedAt() != null && passkey.opensVault());
  }

  @Test
  void passkeyWithoutSecretIsAskedForBesideThePasswordAlone() {
    SignedInMember member = act(join(Role.MEMBER));
    Outcome outcome = enrol(new byte[0]);
    service.beside(request(page), ((Outcome.WithoutKey) outcome).candidate());
    assertThat(service.mine()).singleElement().matches(each -> !each.opensVault());
    assertThatThrownBy(() -> door.signIn(answer(new byte[0])))
        .satisfies(refused -> assertThat(reason(refused)).isEqualTo(Reason.BESIDE));

    var session = new MockHttpSession();
    var question = step.ask(request(session), member.memberId()).orElseThrow();
    Map<String, String> parts = parts(authenticator.use(bytes(question.challenge())), new byte[0]);
    assertThat(step.proves(request(session), member.memberId(), parts::get)).isTrue();
    assertThat(step.proves(request(session), member.memberId(), parts::get))
        .as("the same answer again")
        .isFalse();
    act(member);
    service.remove(request(page), service.mine().getFirst().id());
    assertThat(step.ask(request(session), member.memberId())).isEmpty();
  }

  @Test
  void engineerSignsInAndOpensNothing() {
    SignedInMember engineer = act(join(Role.ENGINEER));
    assertThat(enrol(new byte[0])).isInstanceOf(Outcome.Added.class);
    SignedInMember again = door.signIn(answer(new byte[0]));
    assertThat(again.memberId()).isEqualTo(engineer.memberId());
    assertThat(again.vault()).isNull();
  }

  @Test
  void authenticatorWithoutSecretIsNoneForAMember() {
    act(join(Role.MEMBER));
    assertThat(enrol(new byte[0])).isInstanceOf(Outcome.WithoutKey.class);
    assertThat(service.mine()).isEmpty();
  }

  @Test
  void passkeyWithoutItsSecretOpensNothing() {
    act(join(Role.MEMBER));
    enrol(secret);
    var request = answer(new byte[0]);
    assertThatThrownBy(() -> door.signIn(request))
        .isInstanceOf(PasskeyRefusedException.class)
        .matches(thrown -> reason(thrown) == Reason.NO_KEY);
    var wrong = answer(Randomness.bytes(32));
    assertThatThrownBy(() -> door.signIn(wrong)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void answerIsGoodOnceAndInItsOwnSessionAlone() {
    act(join(Role.MEMBER));
    enrol(secret);
    var request = answer(secret);
    door.signIn(request);
    assertThatThrownBy(() -> door.signIn(request))
        .isInstanceOf(PasskeyRefusedException.class)
        .matches(thrown -> reason(thrown) == Reason.LATE);
    var stolen = answer(secret);
    stolen.setSession(new MockHttpSession());
    assertThatThrownBy(() -> door.signIn(stolen))
        .isInstanceOf(PasskeyRefusedException.class)
        .matches(thrown -> reason(thrown) == Reason.LATE);
  }

  @Test
  void userHandleOfSomebodyElseIsRefused() {
    act(join(Role.MEMBER));
    enrol(secret);
    var request = answer(secret);
    request.setParameter("user", Sent.text(PasskeySignIn.handleOf(UUID.randomUUID())));
    assertThatThrownBy(() -> door.signIn(request)).isInstanceOf(PasskeyRefusedException.class);
  }

  @Test
  void unknownPasskeyIsRefusedAsAnyOther() {
    admin();
    var request = answer(secret);
    assertThatThrownBy(() -> door.signIn(request))
        .isInstanceOf(PasskeyRefusedException.class)
        .matches(thrown -> reason(thrown) == Reason.REFUSED);
    request.removeAllParameters();
    assertThatThrownBy(() -> door.signIn(request)).isInstanceOf(PasskeyRefusedException.class);
    request.setParameter("id", "x".repeat(100_000));
    assertThatThrownBy(() -> door.signIn(request)).isInstanceOf(PasskeyRefusedException.class);
  }

  @Test
  void suspendedMembersPasskeyIsRefused() {
    SignedInMember member = act(join(Role.MEMBER));
    enrol(secret);
    admin();
    members.suspend(member.memberId());
    var request = answer(secret);
    assertThatThrownBy(() -> door.signIn(request)).isInstanceOf(PasskeyRefusedException.class);
  }

  @Test
  void samePasskeyIsEnrolledOnce() {
    act(join(Role.MEMBER));
    enrol(secret);
    assertThat(enrol(secret)).isEqualTo(new Outcome.Refused());
    assertThat(service.mine()).hasSize(1);
  }

  @Test
  void credentialsAskForAFreshProof() {
    admin();
    forgetProof();
    assertThatThrownBy(() -> service.begin(request(page)))
        .isInstanceOf(FreshProofRequiredException.class);
    assertThatThrownBy(() -> service.add(request(page), _ -> null, _ -> null, "Laptop"))
        .isInstanceOf(FreshProofRequiredException.class);
    assertThatThrownBy(() -> service.remove(request(page), UUID.randomUUID()))
        .isInstanceOf(FreshProofRequiredException.class);
  }

  @Test
  void passkeyProvesBeforeADangerousAct() {
    admin();
    enrol(secret);
    forgetProof();
    var question = service.askProof(request(page)).orElseThrow();
    var right = parts(authenticator.use(bytes(question.challenge())), new byte[0]);
    var altered = new HashMap<>(right);
    altered.put("signature", Sent.text("no signature".getBytes(StandardCharsets.US_ASCII)));
    assertThat(service.prove(request(page), altered::get)).isFalse();
    assertThat(service.prove(request(page), right::get)).as("asked once, answered").isFalse();
    assertThatThrownBy(() -> service.begin(request(page)))
        .isInstanceOf(FreshProofRequiredException.class);

    var again = service.askProof(request(page)).orElseThrow();
    var answered = parts(authenticator.use(bytes(again.challenge())), new byte[0]);
    assertThat(service.prove(request(page), answered::get)).isTrue();
    assertThat(service.begin(request(page))).isPresent();
    for (Passkey passkey : service.mine()) {
      service.remove(request(page), passkey.id());
    }
    assertThat(service.mine()).isEmpty();
  }

  @Test
  void passkeyOfSomebodyElseProvesNothing() {
    SignedInMember member = act(join(Role.MEMBER));
    enrol(secret);
    act(join(Role.MEMBER));
    var other = new SoftAuthenticator();
    other.host = "localhost";
    other.origin = "https://localhost";
    Invitation invitation = service.begin(request(page)).orElseThrow();
    Enrolled enrolled = other.enrol(bytes(invitation.challenge()));
    Map<String, String> made =
        Map.of(
            "clientData", Sent.text(enrolled.clientData()),
            "attestation", Sent.text(enrolled.attestation()));
    Map<String, String> tried = parts(other.use(bytes(invitation.tried())), Randomness.bytes(32));
    assertThat(service.add(request(page), made::get, tried::get, "Theirs"))
        .isInstanceOf(Outcome.Added.class);
    var question = service.askProof(request(page)).orElseThrow();
    var answer = parts(authenticator.use(bytes(question.challenge())), new byte[0]);
    assertThat(service.prove(request(page), answer::get)).isFalse();
    assertThat(member.memberId()).isNotNull();
  }
}
