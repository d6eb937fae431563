package eu.rempart.account.second;

import eu.rempart.account.Arrivals;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.passkey.PasskeyStep;
import eu.rempart.account.place.StricterPlaces;
import eu.rempart.account.second.SecondFactorLetter.Change;
import eu.rempart.account.signin.KeyDamagedException;
import eu.rempart.account.signin.SignInFailed;
import eu.rempart.account.signin.SignInThrottle;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.second.DamagedFactorException;
import eu.rempart.vault.second.FactorDemands;
import eu.rempart.vault.second.SecondFactors;
import eu.rempart.vault.second.SecondFactors.Found;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sign-ins between the password and the second factor. What the password opened is held here and
 * given to nobody; it is locked after five minutes, or after five wrong answers. Thread safe.
 */
@Component
public class SecondStep {

  /** Attribute of a request: under which name tries of whoever passed are counted. */
  public static final String ACCOUNT = SecondStep.class.getName() + ".account";

  static final Duration LIFE = Duration.ofMinutes(5);
  static final int MOST_WRONG = 5;

  private final SecondFactors factors;
  private final FactorDemands demands;
  private final StricterPlaces places;
  private final PasskeyStep passkeys;
  private final Arrivals arrivals;
  private final VaultService vault;
  private final SignInThrottle throttle;
  private final WaitingSteps steps;
  private final FactorNews news;
  private final ApplicationEventPublisher publisher;
  private final TransactionTemplate transactions;

  SecondStep(
      SecondFactors factors,
      FactorDemands demands,
      StricterPlaces places,
      PasskeyStep passkeys,
      Arrivals arrivals,
      VaultService vault,
      SignInThrottle throttle,
      WaitingSteps steps,
      FactorNews news,
      ApplicationEventPublisher publisher,
      PlatformTransactionManager transactions) {
    this.factors = factors;
    this.demands = demands;
    this.places = places;
    this.passkeys = passkeys;
    this.arrivals = arrivals;
    this.vault = vault;
    this.throttle = throttle;
    this.steps = steps;
    this.news = news;
    this.publisher = publisher;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * Whether a password is all that is asked of a member; locks what it opened where it is not.
   *
   * @param handle what the password opened; null for an engineer
   * @param account under which name tries are counted
   * @param device the device's name where they signed in on it before
   * @throws SecondStepException if more is asked
   * @throws KeyDamagedException if what the database says of it is not what was written
   */
  public void require(
      UUID memberId,
      Role role,
      @Nullable VaultHandle handle,
      String account,
      String source,
      Optional<String> device) {
    require(memberId, role, handle, account, false, source, device);
  }

  private void require(
      UUID memberId,
      Role role,
      @Nullable VaultHandle handle,
      String account,
      boolean joins,
      String source,
      Optional<String> device) {
    try {
      String ticket = ticket(memberId, role, handle, account, joins, source, device).orElse(null);
      if (ticket != null) {
        throw new SecondStepException(ticket);
      }
    } catch (DamagedFactorException e) {
      steps.lock(handle);
      throw new KeyDamagedException(e.code());
    } catch (SecondStepException e) {
      throw e;
    } catch (RuntimeException e) {
      steps.lock(handle);
      throw e;
    }
  }

  /**
   * As above, of somebody who has just joined: nobody counts tries at their address yet.
   *
   * @throws SecondStepException if more is asked
   */
  public void requireOf(SignedInMember joined, String source) {
    UUID memberId = joined.memberId();
    require(
        memberId,
        joined.role(),
        joined.vault(),
        memberId.toString(),
        true,
        source,
        Optional.empty());
  }

  private Optional<String> ticket(
      UUID memberId,
      Role role,
      @Nullable VaultHandle handle,
      String account,
      boolean joins,
      String source,
      Optional<String> device) {
    boolean abroad = places.askMore(source);
    Found found = factors.of(memberId);
    boolean demanded = abroad || demands.of(role.name());
    boolean asked =
        switch (found) {
          case Found.Nothing _ -> false;
          case Found.Asked _ -> true;
          case Found.Damaged(var code) -> throw new DamagedFactorException(code);
        };
    if (!asked && !demanded) {
      return Optional.empty();
    }
    boolean has = asked || passkeys.has(memberId);
    if (!has && abroad) {
      // what is set up there would be set up by somebody who found the password out
      steps.lock(handle);
      arrivals.note("account.second.missing", Severity.NOTICE, memberId, source);
      return Optional.of("");
    }
    return Optional.of(
        steps.keep(
            new Waiting(
                memberId,
                handle,
                account,
                joins,
                source,
                device.orElse(null),
                found instanceof Found.Asked(var app, _, _) && app,
                has ? null : SecondFactors.freshSeed(),
                Instant.now().plus(LIFE),
                0)));
  }

  /**
   * What the page asks for.
   *
   * @param app whether an app of the member's shows codes, or one is being set up
   * @param passkey whether a passkey of the member's would do
   * @param key what to set an app up with, as apps read it; empty where none is set up
   */
  public record Question(boolean app, boolean passkey, Optional<AppKey> key) {}

  /** Empty where nothing waits under this ticket any more. */
  public Optional<Question> question(String ticket) {
    return steps
        .find(ticket)
        .map(
            one ->
                new Question(
                    one.app() || one.seed() != null,
                    passkeys.has(one.memberId()),
                    Optional.ofNullable(one.seed()).map(AppKey::of)));
  }

  /** What to ask an authenticator, as {@code passkey.js} reads it. */
  Optional<PasskeyStep.Question> askPasskey(HttpServletRequest request, String ticket) {
    return steps.find(ticket).flatMap(one -> passkeys.ask(request, one.memberId()));
  }

  /**
   * Somebody is in.
   *
   * @param account under which name tries are counted; null for who has just joined
   */
  record Passed(SignedInMember member, @Nullable String account) {}

  /**
   * Lets somebody in whose second factor is right.
   *
   * @param answer gives what the page sent, by its name
   * @throws SecondStepRefusedException if it is not, or came too late
   * @throws TooManyTriesException if too many wrong ones came before
   */
  Passed answer(
      HttpServletRequest request, String ticket, Function<String, @Nullable String> answer) {
    Waiting one = steps.find(ticket).orElseThrow(SecondStepRefusedException::late);
    Duration wait =
        one.device() == null
            ? throttle.tryNow(one.account(), one.source())
            : throttle.tryOnDevice(one.account(), one.device());
    if (!wait.isZero()) {
      throw new TooManyTriesException(wait, TooManyTriesException.Reason.ACCOUNT);
    }
    boolean right;
    try {
      right = isRight(request, one, answer);
    } catch (DamagedFactorException e) {
      steps.end(ticket);
      throw new KeyDamagedException(e.code());
    } catch (SecondStepRefusedException e) {
      steps.end(ticket);
      throw e;
    }
    if (!right) {
      throw refused(ticket, one);
    }
    return new Passed(admitted(ticket, one), one.joins() ? null : one.account());
  }

  private boolean isRight(
      HttpServletRequest request, Waiting one, Function<String, @Nullable String> answer) {
    String code = answer.apply("code");
    if (code == null || code.isBlank()) {
      boolean right = passkeys.proves(request, one.memberId(), answer);
      if (right) {
        factors.proved(one.memberId());
      }
      return right;
    }
    Secret seed = one.seed();
    if (seed == null) {
      return factors.accepts(one.memberId(), code);
    }
    if (!factors.fits(seed, code)) {
      return false;
    }
    transactions.executeWithoutResult(_ -> setUp(one, seed));
    return factors.accepts(one.memberId(), code);
  }

  /** Unless the member has set something up meanwhile, or the password opens nothing any more. */
  private void setUp(Waiting one, Secret seed) {
    VaultHandle handle = one.handle();
    if (!(factors.of(one.memberId()) instanceof Found.Nothing)
        || passkeys.has(one.memberId())
        || (handle != null && !vault.isOpen(handle))) {
      throw SecondStepRefusedException.late();
    }
    factors.setApp(one.memberId(), seed);
    news.tell(one.memberId(), Change.APP);
  }

  /** Nobody goes on with what the member's password opened before. */
  public void endAllOf(UUID memberId) {
    steps.endAllOf(memberId);
  }

  private RuntimeException refused(String ticket, Waiting one) {
    if (one.device() == null) {
      throttle.failed(one.account(), one.source());
    } else {
      throttle.failedOnDevice(one.account(), one.device());
    }
    arrivals.note("account.second.refused", Severity.NOTICE, one.memberId(), one.source());
    publisher.publishEvent(new SignInFailed(one.account(), one.source(), one.memberId()));
    if (steps.wrong(ticket).filter(wrong -> wrong >= MOST_WRONG).isEmpty()) {
      return SecondStepRefusedException.wrong();
    }
    steps.end(ticket);
    return SecondStepRefusedException.late();
  }

  private SignedInMember admitted(String ticket, Waiting one) {
    if (!steps.take(ticket)) {
      throw SecondStepRefusedException.late(); // answered twice at the same moment
    }
    if (one.device() == null) {
      throttle.succeeded(one.account(), one.source());
    } else {
      throttle.succeededOnDevice(one.account(), one.device());
    }
    try {
      return arrivals
          .admit(one.memberId(), one.handle(), one.source(), one.device() != null)
          .orElseThrow(SecondStepRefusedException::late);
    } catch (VaultLockedException _) {
      throw SecondStepRefusedException.late(); // an administrator locked it, or it was idle
    } catch (RuntimeException e) {
      steps.lock(one.handle());
      throw e;
    }
  }
}
