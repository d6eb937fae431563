package eu.rempart.account;

import eu.rempart.account.place.ClientAddress;
import eu.rempart.account.second.SecondStep;
import eu.rempart.account.second.SecondStepException;
import eu.rempart.account.signin.KeyDamagedException;
import eu.rempart.account.signin.KnownDevices;
import eu.rempart.account.signin.MemberAuthentication;
import eu.rempart.account.signin.SignInDetails;
import eu.rempart.account.signin.SignInFailed;
import eu.rempart.account.signin.SignInThrottle;
import eu.rempart.account.signin.SprayGuard;
import eu.rempart.account.signin.StillWaitingException;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.account.signin.TooManyTriesException.Reason;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.answer.VaultBusyException;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.handle.VaultHandle;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Sign-in by e-mail address and password. One key derivation answers both whether the password is
 * right and what the key is; an address that nobody has costs the same, and gets the same words.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private static final Duration BUSY = Duration.ofSeconds(3);

  private final VaultService vault;
  private final Arrivals arrivals;
  private final SignInThrottle throttle;
  private final KnownDevices devices;
  private final SprayGuard sprays;
  private final SecondStep second;
  private final ApplicationEventPublisher publisher;

  PasswordSignIn(
      VaultService vault,
      Arrivals arrivals,
      SignInThrottle throttle,
      KnownDevices devices,
      SprayGuard sprays,
      SecondStep second,
      ApplicationEventPublisher publisher) {
    this.vault = vault;
    this.arrivals = arrivals;
    this.throttle = throttle;
    this.devices = devices;
    this.sprays = sprays;
    this.second = second;
    this.publisher = publisher;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication request) {
    var source = source(request);
    var hash = vault.memberEmailHash(request.getName());
    var account = account(hash);
    var device = devices.find(account, deviceCookie(request));
    var spray = device.isPresent() ? Duration.ZERO : sprays.waitOf(source);
    if (!spray.isZero()) {
      throw later(spray, Reason.SOURCE, account, source);
    }
    var wait =
        device
            .map(known -> throttle.tryOnDevice(account, known))
            .orElseGet(() -> throttle.tryNow(account, source));
    if (!wait.isZero()) {
      throw later(wait, why(device.isPresent(), account, source), account, source);
    }
    var signedIn = prove(hash, request, source, device);
    device.ifPresentOrElse(
        known -> throttle.succeededOnDevice(account, known),
        () -> throttle.succeeded(account, source));
    return MemberAuthentication.of(signedIn);
  }

  /** Under which name tries are counted. */
  private static String account(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private TooManyTriesException later(Duration wait, Reason reason, String account, String source) {
    arrivals.note("account.signin.throttled", Severity.WARNING, null, source);
    publisher.publishEvent(new SignInFailed(account, source));
    return new TooManyTriesException(wait, reason);
  }

  private Reason why(boolean known, String account, String source) {
    return known || throttle.why(account, source) == SignInThrottle.Why.ACCOUNT
        ? Reason.ACCOUNT
        : Reason.SOURCE;
  }

  private SignedInMember prove(
      byte[] hash, Authentication request, String source, Optional<String> device) {
    var member = arrivals.withAddress(hash);
    try {
      return unlock(member, request.getCredentials(), source, account(hash), device);
    } catch (BadCredentialsException e) {
      var account = account(hash);
      device.ifPresentOrElse(
          known -> throttle.failedOnDevice(account, known), () -> throttle.failed(account, source));
      var whose = member.map(MemberRow::id).orElse(null);
      publisher.publishEvent(new SignInFailed(account, source, whose));
      throw e;
    }
  }

  private static @Nullable String deviceCookie(Authentication request) {
    return request.getDetails() instanceof SignInDetails details ? details.deviceCookie() : null;
  }

  /** The client's address. */
  private static String source(Authentication request) {
    return request.getDetails() instanceof WebAuthenticationDetails web
        ? ClientAddress.plain(web.getRemoteAddress())
        : "";
  }

  private SignedInMember unlock(
      Optional<MemberRow> member,
      @Nullable Object credentials,
      String source,
      String account,
      Optional<String> device) {
    var id = member.map(MemberRow::id).orElse(null);
    var password = String.valueOf(credentials).toCharArray();
    try {
      var unlocking =
          device.isPresent()
              ? vault.verifyAndUnlock(id, password)
              : vault.verifyAndUnlockStranger(id, password);
      return switch (unlocking) {
        case Unlocking.Unlocked(var handle) ->
            signedIn(member.orElseThrow(), handle, source, account, device);
        case Unlocking.VerifiedWithoutKey _ ->
            signedIn(member.orElseThrow(), null, source, account, device);
        case Unlocking.Waiting(var handle) -> throw new StillWaitingException(handle);
        case Unlocking.Refused(var code) -> throw refused(id, source, code);
      };
    } catch (VaultBusyException _) {
      throw new TooManyTriesException(BUSY, Reason.BUSY);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private RuntimeException refused(@Nullable UUID id, String source, @Nullable String code) {
    arrivals.note("account.signin.refused", Severity.NOTICE, id, source);
    return code == null ? new BadCredentialsException("refused") : new KeyDamagedException(code);
  }

  private SignedInMember signedIn(
      MemberRow member,
      @Nullable VaultHandle handle,
      String source,
      String account,
      Optional<String> device) {
    try {
      second.require(member.id(), member.role(), handle, account, source, device);
    } catch (SecondStepException e) {
      throttle.succeeded(
          source); // the password was right: colleagues behind one address don't wait
      throw e;
    }
    return arrivals
        .admit(member.id(), handle, source, device.isPresent())
        .orElseThrow(() -> new BadCredentialsException("suspended in this moment"));
  }
}
