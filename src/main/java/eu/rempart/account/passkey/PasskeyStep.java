package eu.rempart.account.passkey;

import eu.rempart.account.passkey.Challenges.Purpose;
import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.ClientAddress;
import eu.rempart.vault.VaultPasskeys;
import eu.rempart.vault.passkey.Passkey;
import eu.rempart.vault.passkey.PasskeyKind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A passkey of somebody who is known already: beside the password, which opened the vault, or
 * before a dangerous act.
 */
@Component
public class PasskeyStep {

  private final VaultPasskeys passkeys;
  private final Authenticators authenticators;
  private final AddressPlaces places;
  private final Challenges challenges = new Challenges(InstantSource.system());

  PasskeyStep(VaultPasskeys passkeys, Authenticators authenticators, AddressPlaces places) {
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.places = places;
  }

  public boolean has(UUID memberId) {
    return !passkeys.of(memberId).isEmpty();
  }

  /** Whether one of theirs is asked for beside the password. */
  public boolean hasBeside(UUID memberId) {
    return passkeys.of(memberId).stream().anyMatch(each -> each.kind() == PasskeyKind.FACTOR);
  }

  /**
   * What a page asks an authenticator.
   *
   * @param ids those that may answer
   * @param verification whether a finger, face or PIN is asked for: {@code required}, or {@code
   *     preferred} where the password was asked for already
   */
  public record Question(String host, String challenge, List<String> ids, String verification) {}

  /** Empty where they have none, or came by an address. */
  public Optional<Question> ask(HttpServletRequest request, UUID memberId) {
    return ask(request, memberId, Purpose.SECOND, "preferred");
  }

  /** Whether this is what a passkey of the member's answers to {@link #ask}. */
  public boolean proves(
      HttpServletRequest request, UUID memberId, Function<String, @Nullable String> answer) {
    return proves(request, memberId, answer, Purpose.SECOND, false);
  }

  Optional<Question> ask(
      HttpServletRequest request, UUID memberId, Purpose purpose, String verification) {
    List<Passkey> theirs = passkeys.of(memberId);
    return Site.of(request)
        .filter(_ -> !theirs.isEmpty())
        .map(
            site ->
                new Question(
                    site.host(),
                    Sent.text(challenges.issue(request.getSession(), purpose)),
                    theirs.stream().map(each -> Sent.text(each.credentialId())).toList(),
                    verification));
  }

  /**
   * @param verified whether a finger, face or PIN must have been asked for
   */
  boolean proves(
      HttpServletRequest request,
      UUID memberId,
      Function<String, @Nullable String> answer,
      Purpose purpose,
      boolean verified) {
    try {
      Assertion assertion = Sent.assertion(answer);
      Passkey passkey =
          passkeys
              .find(assertion.credentialId())
              .filter(each -> each.memberId().equals(memberId))
              .orElseThrow(() -> new AuthenticatorRefusedException("of somebody else"));
      Site site = Site.of(request).orElseThrow(() -> new AuthenticatorRefusedException("no name"));
      byte[] challenge =
          challenges
              .take(request.getSession(), authenticators.challenge(assertion.clientData()), purpose)
              .orElseThrow(() -> new AuthenticatorRefusedException("nobody asked for it"));
      long counter = authenticators.check(assertion, passkey, site, challenge, verified);
      passkeys.used(passkey, counter, places.of(ClientAddress.of(request)));
      return true;
    } catch (AuthenticatorRefusedException _) {
      return false;
    }
  }
}
