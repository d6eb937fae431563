package eu.rempart.account.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.account.Arrivals;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.account.passkey.PasskeyStep;
import eu.rempart.account.second.SecondFactorService.NewApp;
import eu.rempart.account.signin.SignInThrottle;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.common.proof.FreshProofRequiredException;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.second.Codes;
import eu.rempart.vault.second.FactorDemands;
import eu.rempart.vault.second.SecondFactors;
import eu.rempart.vault.second.SecondFactors.Found;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;

/** Between the right password and the second factor. */
class SecondStepTest extends WithApplication {

  @Autowired private SecondFactorService service;
  @Autowired private SecondStep step;
  @Autowired private SecondFactors factors;
  @Autowired private FactorDemands demands;
  @Autowired private PasskeyStep passkeys;
  @Autowired private Arrivals arrivals;
  @Autowired private VaultService vault;
  @Autowired private SignInThrottle throttle;
  @Autowired private WaitingSteps steps;
  @Autowired private FactorNews news;
  @Autowired private ApplicationEventPublisher publisher;
  @Autowired private PlatformTransactionManager transactions;

  private String address = "";

  @AfterEach
  void nothingIsDemanded() {
    admin();
    service.demand(Set.of());
  }

  private SignedInMember member(Role role) {
    address = someone().value();
    return act(joinAs(address, role));
  }

  private static Secret seed(AppKey key) {
    return Secret.owning(Base32.decode(key.text().replace(" ", "").toUpperCase(Locale.ROOT)));
  }

  private Secret setUp() {
    NewApp app = service.begin();
    Secret seed = seed(app.key());
    assertThat(service.set(app, Codes.of(seed, Instant.now(), 0))).isTrue();
    return seed;
  }

  private String ticket() {
    SecondStepException asked =
        catchThrowableOfType(SecondStepException.class, () -> signIn(address, PASSWORD));
    assertThat(asked).as("a second step").isNotNull();
    return asked.ticket();
  }

  private SecondStep.Passed answer(String ticket, String code) {
    return step.answer(new MockHttpServletRequest(), ticket, Map.of("code", code)::get);
  }

  @Test
  void codeComesAfterThePassword() {
    SignedInMember member = member(Role.MEMBER);
    Secret seed = setUp();
    String ticket = ticket();
    assertThat(step.question(ticket)).hasValueSatisfying(q -> assertThat(q.key()).isEmpty());
    assertThatThrownBy(() -> answer(ticket, "000000"))
        .isInstanceOfSatisfying(
            SecondStepRefusedException.class, no -> assertThat(no.isOver()).isFalse());
    SecondStep.Passed passed = answer(ticket, Codes.of(seed, Instant.now(), 1));
    assertThat(passed.member().memberId()).isEqualTo(member.memberId());
    assertThat(passed.member().vault()).isNotNull();
    assertThatThrownBy(() -> answer(ticket, Codes.of(seed, Instant.now(), 1)))
        .as("the same step again")
        .isInstanceOfSatisfying(
            SecondStepRefusedException.class, no -> assertThat(no.isOver()).isTrue());
  }

  @Test
  void engineersHaveOneToo() {
    SignedInMember engineer = member(Role.ENGINEER);
    Secret seed = setUp();
    SignedInMember again = answer(ticket(), Codes.of(seed, Instant.now(), 1)).member();
    assertThat(again.memberId()).isEqualTo(engineer.memberId());
    assertThat(again.vault()).isNull();
  }

  @Test
  void oneTimeCodeIsGoodInItsPlace() {
    member(Role.MEMBER);
    setUp();
    List<String> codes = service.freshCodes();
    assertThat(answer(ticket(), codes.get(3)).member()).isNotNull();
    String ticket = ticket();
    assertThatThrownBy(() -> answer(ticket, codes.get(3)))
        .isInstanceOf(SecondStepRefusedException.class);
  }

  @Test
  void guessingEndsTheStepAndIsSlowedDown() {
    member(Role.MEMBER);
    setUp();
    String ticket = ticket();
    int wrong = guess(ticket);
    assertThat(wrong).isLessThanOrEqualTo(SecondStep.MOST_WRONG);
  }

  /** Answers after how many wrong codes it was over. */
  private int guess(String ticket) {
    for (int wrong = 1; ; wrong++) {
      try {
        answer(ticket, "no code");
      } catch (TooManyTriesException slowed) {
        return wrong;
      } catch (SecondStepRefusedException no) {
        if (no.isOver()) {
          return wrong;
        }
      }
    }
  }

  @Test
  void roleThatNeedsOneSetsItUpBeforeAnythingElse() {
    member(Role.MANAGER);
    admin();
    service.demand(Set.of(Role.MANAGER));
    String ticket = ticket();
    AppKey key = step.question(ticket).orElseThrow().key().orElseThrow();
    assertThatThrownBy(() -> answer(ticket, "123456"))
        .isInstanceOf(SecondStepRefusedException.class);
    Secret seed = seed(key);
    SignedInMember member = answer(ticket, Codes.of(seed, Instant.now(), 0)).member();
    act(member);
    assertThat(service.mine()).isInstanceOf(Found.Asked.class);
    assertThat(answer(ticket(), Codes.of(seed, Instant.now(), 1)).member()).isNotNull();
  }

  @Test
  void memberWhoJoinsWithSuchARoleSetsItUpFirst() {
    SignedInMember joined = member(Role.MANAGER);
    step.requireOf(joined, newSource());
    admin();
    service.demand(Set.of(Role.MANAGER));
    SecondStepException asked =
        catchThrowableOfType(SecondStepException.class, () -> step.requireOf(joined, newSource()));
    AppKey key = step.question(asked.ticket()).orElseThrow().key().orElseThrow();
    SecondStep.Passed passed = answer(asked.ticket(), Codes.of(seed(key), Instant.now(), 0));
    assertThat(passed.member().vault()).isEqualTo(joined.vault());
    assertThat(passed.account()).as("no address was typed").isNull();
  }

  /** The same where a rule by country asks for a second factor. */
  private SecondStep abroad() {
    return new SecondStep(
        factors,
        demands,
        _ -> true,
        passkeys,
        arrivals,
        vault,
        throttle,
        steps,
        news,
        publisher,
        transactions);
  }

  private SecondStepException askedAbroad(SignedInMember member) {
    return catchThrowableOfType(
        SecondStepException.class, () -> abroad().requireOf(member, newSource()));
  }

  @Test
  void nothingIsSetUpWhereARuleByCountryAsks() {
    SignedInMember member = member(Role.MEMBER);
    assertThat(askedAbroad(member).ticket()).isEmpty();
    assertThat(vault.isOpen(Objects.requireNonNull(member.vault()))).isFalse();
  }

  @Test
  void ruleByCountryIsSatisfiedByWhatTheMemberHas() {
    SignedInMember member = member(Role.MEMBER);
    Secret seed = setUp();
    String ticket = askedAbroad(member).ticket();
    assertThat(step.question(ticket)).hasValueSatisfying(q -> assertThat(q.key()).isEmpty());
    assertThat(answer(ticket, Codes.of(seed, Instant.now(), 0)).member()).isNotNull();
  }

  @Test
  void setUpThatWaitsReplacesNoAppThatCameMeanwhile() {
    SignedInMember member = member(Role.MANAGER);
    admin();
    service.demand(Set.of(Role.MANAGER));
    String stale = ticket();
    AppKey thief = step.question(stale).orElseThrow().key().orElseThrow();
    act(member);
    Secret owner = setUp();
    assertThatThrownBy(() -> answer(stale, Codes.of(seed(thief), Instant.now(), 0)))
        .isInstanceOfSatisfying(
            SecondStepRefusedException.class, no -> assertThat(no.isOver()).isTrue());
    assertThat(answer(ticket(), Codes.of(owner, Instant.now(), 1)).member()).isNotNull();
  }

  @Test
  void changedPasswordEndsTheSteps() {
    SignedInMember member = member(Role.MEMBER);
    Secret seed = setUp();
    String ticket = ticket();
    act(member);
    assertThat(profile.changePassword(PASSWORD.toCharArray(), "vier blaue boote".toCharArray()))
        .isTrue();
    assertThat(step.question(ticket)).isEmpty();
    assertThatThrownBy(() -> answer(ticket, Codes.of(seed, Instant.now(), 1)))
        .isInstanceOf(SecondStepRefusedException.class);
  }

  @Test
  void codeThatIsWrongSetsNothingUp() {
    member(Role.MEMBER);
    NewApp app = service.begin();
    assertThat(service.set(app, "000000")).isFalse();
    assertThat(service.mine()).isEqualTo(new Found.Nothing());
    assertThat(signIn(address, PASSWORD)).isNotNull();
  }

  @Test
  void eachChangeAsksForAFreshProof() {
    admin();
    NewApp app = service.begin();
    forgetProof();
    assertThatThrownBy(service::begin).isInstanceOf(FreshProofRequiredException.class);
    assertThatThrownBy(() -> service.set(app, "000000"))
        .isInstanceOf(FreshProofRequiredException.class);
    assertThatThrownBy(service::freshCodes).isInstanceOf(FreshProofRequiredException.class);
    assertThatThrownBy(service::removeApp).isInstanceOf(FreshProofRequiredException.class);
  }
}
