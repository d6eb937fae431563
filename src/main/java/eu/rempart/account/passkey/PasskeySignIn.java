package eu.rempart.account.passkey;

import eu.rempart.account.Arrivals;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.passkey.Challenges.Purpose;
import eu.rempart.account.passkey.PasskeyRefusedException.Reason;
import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.ClientAddress;
import eu.rempart.account.signin.KeyDamagedException;
import eu.rempart.account.signin.SignInFailed;
import eu.rempart.account.signin.SignInThrottle;
import eu.rempart.account.signin.SprayGuard;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.vault.VaultPasskeys;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.passkey.Passkey;
import eu.rempart.vault.passkey.PasskeyKind;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sign-in by a passkey. Its authenticator signs, and gives a secret that opens the vault: either
 * alone is nothing. Neither address nor password is asked for, so nothing tells who has an account.
 */
@Component
public class PasskeySignIn {

  private final VaultPasskeys passkeys;
  private final Authenticators authenticators;
  private final Arrivals arrivals;
  private final SignInThrottle throttle;
  private final SprayGuard sprays;
  private final AddressPlaces places;
  private final ApplicationEventPublisher publisher;
  private final Challenges challenges = new Challenges(InstantSource.system());

  PasskeySignIn(
      VaultPasskeys passkeys,
      Authenticators authenticators,
      Arrivals arrivals,
      SignInThrottle throttle,
      SprayGuard sprays,
      AddressPlaces places,
      ApplicationEventPublisher publisher) {
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.arrivals = arrivals;
    this.throttle = throttle;
    this.sprays = sprays;
    this.places = places;
    this.publisher = publisher;
  }

  /** What a page asks authenticators with. */
  record Question(String host, String challenge, String salt) {}

  /** Empty where there are no passkeys: the browser came by an address, or nothing is set up. */
  Optional<Question> ask(HttpServletRequest request) {
    return Site.of(request)
        .flatMap(
            site ->
                passkeys
                    .salt()
                    .map(
                        salt ->
                            new Question(
                                site.host(),
                                Sent.text(challenges.issue(request.getSession(), Purpose.SIGN_IN)),
                                Sent.text(salt))));
  }

  /**
   * @throws PasskeyRefusedException if it is nobody's, or not used here and now
   * @throws TooManyTriesException if too many wrong ones came from there
   * @throws KeyDamagedException if what it opens is not what was written
   */
  SignedInMember signIn(HttpServletRequest request) {
    String source = ClientAddress.of(request);
    Duration wait = sprays.waitOf(source);
    if (wait.isZero()) {
      wait = throttle.tryNow(source);
    }
    if (!wait.isZero()) {
      arrivals.note("account.signin.throttled", Severity.WARNING, null, source);
      throw new TooManyTriesException(wait, TooManyTriesException.Reason.SOURCE);
    }
    try {
      SignedInMember member = prove(request, source);
      throttle.succeeded(source);
      return member;
    } catch (AuthenticatorRefusedException _) {
      throw refused(Reason.REFUSED, null, source);
    }
  }

  private SignedInMember prove(HttpServletRequest request, String source) {
    Site site = Site.of(request).orElseThrow(() -> refused(Reason.REFUSED, null, source));
    Assertion assertion = Sent.assertion(request::getParameter);
    byte[] challenge =
        challenges
            .take(
                request.getSession(),
                authenticators.challenge(assertion.clientData()),
                Purpose.SIGN_IN)
            .orElseThrow(() -> new PasskeyRefusedException(Reason.LATE));
    Passkey passkey =
        passkeys
            .find(assertion.credentialId())
            .orElseThrow(() -> refused(Reason.REFUSED, null, source));
    UUID owner = passkey.memberId();
    if (!isOf(owner, request.getParameter("user"))) {
      throw refused(Reason.REFUSED, owner, source);
    }
    long counter;
    try {
      counter = authenticators.check(assertion, passkey, site, challenge, true);
    } catch (AuthenticatorRefusedException _) {
      throw refused(Reason.REFUSED, owner, source);
    }
    if (passkey.kind() != PasskeyKind.SIGN_IN) {
      throw refused(Reason.BESIDE, owner, source);
    }
    @Nullable VaultHandle handle = open(request, passkey, source);
    SignedInMember member =
        arrivals
            .admit(owner, handle, source, false)
            .orElseThrow(() -> refused(Reason.REFUSED, owner, source));
    passkeys.used(passkey, counter, places.of(source));
    return member;
  }

  private @Nullable VaultHandle open(HttpServletRequest request, Passkey passkey, String source) {
    @Nullable Secret secret = Sent.secret(request::getParameter);
    try {
      if (passkey.opensVault() && secret == null) {
        throw refused(Reason.NO_KEY, passkey.memberId(), source);
      }
      return switch (passkeys.open(passkey, secret)) {
        case Unlocking.Unlocked(var handle) -> handle;
        case Unlocking.VerifiedWithoutKey _ -> null;
        case Unlocking.Waiting _ -> throw new IllegalStateException("a passkey waits for nobody");
        case Unlocking.Refused(var code) -> {
          PasskeyRefusedException refused = refused(Reason.REFUSED, passkey.memberId(), source);
          if (code != null) {
            throw new KeyDamagedException(code);
          }
          throw refused;
        }
      };
    } finally {
      if (secret != null) {
        secret.destroy();
      }
    }
  }

  /** Whom the authenticator says that it belongs to; some say nothing. */
  private static boolean isOf(UUID owner, @Nullable String user) {
    if (user == null || user.isEmpty()) {
      return true;
    }
    try {
      return Arrays.equals(handleOf(owner), Base64.getUrlDecoder().decode(user));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** How authenticators know a member: by nothing that says who it is. */
  static byte[] handleOf(UUID memberId) {
    return ByteBuffer.allocate(16)
        .putLong(memberId.getMostSignificantBits())
        .putLong(memberId.getLeastSignificantBits())
        .array();
  }

  private PasskeyRefusedException refused(Reason reason, @Nullable UUID whose, String source) {
    throttle.failed(source);
    arrivals.note("account.signin.refused", Severity.NOTICE, whose, source);
    publisher.publishEvent(new SignInFailed("", source, whose));
    return new PasskeyRefusedException(reason);
  }
}
