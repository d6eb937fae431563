package eu.rempart.account.passkey;

import eu.rempart.account.passkey.Challenges.Purpose;
import eu.rempart.account.place.AddressPlaces;
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

/** A passkey beside the password: any of its owner's, since the password opened the vault. */
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
   * @param verification whether a finger, face or PIN is asked for: the password was already
   */
  public record Question(String host, String challenge, List<String> ids, String verification) {}

  /** Empty for whoever has none, or came by an address. */
  public Optional<Question> ask(HttpServletRequest request, UUID memberId) {
    List<Passkey> theirs = passkeys.of(memberId);
    return Site.of(request)
        .filter(_ -> !theirs.isEmpty())
        .map(
            site ->
                new Question(
                    site.host(),
                    Sent.text(challenges.issue(request.getSession(), Purpose.SECOND)),
                    theirs.stream().map(each -> Sent.text(each.credentialId())).toList(),
                    "preferred"));
  }

  /** Whether this is what a passkey of the member's answers to {@link #ask}. */
  public boolean proves(
      HttpServletRequest request, UUID memberId, Function<String, @Nullable String> answer) {
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
              .take(
                  request.getSession(),
                  authenticators.challenge(assertion.clientData()),
                  Purpose.SECOND)
              .orElseThrow(() -> new AuthenticatorRefusedException("nobody asked for it"));
      long counter = authenticators.check(assertion, passkey, site, challenge, false);
      passkeys.used(
          passkey, counter, places.of(request.getRemoteAddr().replaceAll("[\\[\\]]", "")));
      return true;
    } catch (AuthenticatorRefusedException _) {
      return false;
    }
  }
}
