package eu.rempart.account.passkey;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Member;
import eu.rempart.account.ProfileService;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.passkey.Challenges.Purpose;
import eu.rempart.account.passkey.PasskeyLetter.Change;
import eu.rempart.account.session.AllSessions;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.session.Sessions;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.vault.VaultPasskeys;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.passkey.NewPasskey;
import eu.rempart.vault.passkey.Passkey;
import eu.rempart.vault.passkey.PasskeyKind;
import eu.rempart.vault.second.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of whoever is signed in. */
@Service
@Transactional
public class PasskeyService {

  /** Letters of a name. */
  public static final int LONGEST_NAME = 60;

  /** However many devices somebody has. */
  static final int MOST = 20;

  private final VaultPasskeys passkeys;
  private final Authenticators authenticators;
  private final PasskeyStep known;
  private final ProfileService profile;
  private final Sessions sessions;
  private final SecurityEvents events;
  private final CurrentMember current;
  private final FreshProof proof;
  private final PasskeyNews news;
  private final SecondFactors factors;
  private final AllSessions all;
  private final Challenges challenges = new Challenges(InstantSource.system());

  PasskeyService(
      VaultPasskeys passkeys,
      Authenticators authenticators,
      PasskeyStep known,
      ProfileService profile,
      Sessions sessions,
      SecurityEvents events,
      CurrentMember current,
      FreshProof proof,
      PasskeyNews news,
      SecondFactors factors,
      AllSessions all) {
    this.passkeys = passkeys;
    this.factors = factors;
    this.all = all;
    this.authenticators = authenticators;
    this.known = known;
    this.profile = profile;
    this.sessions = sessions;
    this.events = events;
    this.current = current;
    this.proof = proof;
    this.news = news;
  }

  /** One's own, the oldest first. */
  @Transactional(readOnly = true)
  public List<Passkey> mine() {
    return passkeys.of(current.id());
  }

  /** What became of a passkey that a browser made. */
  public sealed interface Outcome {

    record Added(Passkey passkey) implements Outcome {}

    /** Its authenticator gives no secret, so that it would open no vault: see {@link #beside}. */
    record WithoutKey(Candidate candidate) implements Outcome {}

    /** It is not what was asked for, or was asked for too long ago. */
    record Refused() implements Outcome {}
  }

  /**
   * What the browser has to ask an authenticator, good for ten minutes.
   *
   * @return empty where there are no passkeys: the browser came by an address
   */
  @NeedsFreshProof(ProofPurpose.CREDENTIALS)
  public Optional<Invitation> begin(HttpServletRequest request) {
    proof.require(ProofPurpose.CREDENTIALS);
    SignedInMember me = current.get();
    Member member = profile.me().orElseThrow();
    Site site = Site.of(request).orElse(null);
    byte[] salt = passkeys.salt().orElse(null);
    List<Passkey> known = passkeys.of(me.memberId());
    if (site == null || salt == null || known.size() >= MOST) {
      return Optional.empty();
    }
    return Optional.of(
        new Invitation(
            site.host(),
            "Rempart",
            Sent.text(challenges.issue(request.getSession(), Purpose.ENROL)),
            Sent.text(challenges.issue(request.getSession(), Purpose.TRY)),
            Sent.text(PasskeySignIn.handleOf(me.memberId())),
            Objects.requireNonNullElse(member.email().orNull(), site.host()),
            Objects.requireNonNullElse(member.name().orNull(), ""),
            known.stream().map(each -> Sent.text(each.credentialId())).toList(),
            Authenticators.ALGORITHMS.stream().map(each -> each.getValue()).toList(),
            me.vault() == null ? null : Sent.text(salt)));
  }

  /**
   * What a page asks of an authenticator, as {@code passkey.js} reads it.
   *
   * @param challenge what the new passkey signs
   * @param tried what it signs at the second touch
   * @param ids passkeys that its owner has already
   * @param salt what it makes its secret of; null where none is asked for
   */
  public record Invitation(
      String host,
      String site,
      String challenge,
      String tried,
      String user,
      String address,
      String person,
      List<String> ids,
      List<Long> algorithms,
      @Nullable String salt) {}

  /**
   * A passkey more, once the browser has made it and tried it once.
   *
   * @param made what the browser says of it, by its name; null for what it does not say
   * @param tried the same of its second touch
   * @param name 1 to {@value #LONGEST_NAME} letters
   */
  @NeedsFreshProof(ProofPurpose.CREDENTIALS)
  public Outcome add(
      HttpServletRequest request,
      Function<String, @Nullable String> made,
      Function<String, @Nullable String> tried,
      String name) {
    proof.require(ProofPurpose.CREDENTIALS);
    try {
      return add(request, Sent.enrolled(made), tried, requireName(name));
    } catch (AuthenticatorRefusedException _) {
      return new Outcome.Refused();
    }
  }

  private Outcome add(
      HttpServletRequest request,
      Enrolled enrolled,
      Function<String, @Nullable String> tried,
      String name) {
    SignedInMember me = current.get();
    Site site = Site.of(request).orElseThrow(() -> new AuthenticatorRefusedException("no name"));
    NewPasskey passkey =
        authenticators.enrol(
            enrolled,
            site,
            challenge(request, enrolled.clientData(), Purpose.ENROL),
            PasskeyKind.SIGN_IN,
            true,
            name);
    Assertion assertion = Sent.assertion(tried);
    authenticators.check(
        assertion, passkey, site, challenge(request, assertion.clientData(), Purpose.TRY));
    if (passkeys.find(passkey.credentialId()).isPresent()) {
      return new Outcome.Refused();
    }
    @Nullable Secret secret = Sent.secret(tried);
    try {
      if (me.vault() != null && secret == null) {
        return new Outcome.WithoutKey(new Candidate(passkey, me.memberId()));
      }
      Passkey added =
          me.vault() == null || secret == null
              ? passkeys.addWithoutKey(me.memberId(), passkey)
              : passkeys.add(passkey, secret);
      news.tell(request, me.memberId(), Change.ADDED, name);
      return new Outcome.Added(added);
    } finally {
      if (secret != null) {
        secret.destroy();
      }
    }
  }

  /** A passkey whose authenticator signed, and which would open no vault. */
  public static final class Candidate {

    private final NewPasskey passkey;
    private final UUID owner;

    private Candidate(NewPasskey passkey, UUID owner) {
      this.passkey = passkey;
      this.owner = owner;
    }
  }

  /** From now on this passkey is asked for beside the password, or what else there is. */
  @NeedsFreshProof(ProofPurpose.CREDENTIALS)
  public void beside(HttpServletRequest request, Candidate candidate) {
    proof.require(ProofPurpose.CREDENTIALS);
    UUID me = current.id();
    if (!candidate.owner.equals(me)) {
      throw new IllegalArgumentException("a passkey of somebody else");
    }
    NewPasskey made = candidate.passkey;
    passkeys.addWithoutKey(
        me,
        new NewPasskey(
            PasskeyKind.FACTOR,
            made.credentialId(),
            made.attested(),
            made.synced(),
            made.counter(),
            made.name()));
    factors.askForPasskeys(me);
    news.tell(request, me, Change.BESIDE, made.name());
  }

  private byte[] challenge(HttpServletRequest request, byte[] clientData, Purpose purpose) {
    return challenges
        .take(request.getSession(), authenticators.challenge(clientData), purpose)
        .orElseThrow(() -> new AuthenticatorRefusedException("nobody asked for it"));
  }

  /**
   * What to ask one's own authenticator before a dangerous act, good once and for ten minutes.
   *
   * @return empty for those who have no passkey, or came by an address
   */
  @Transactional(readOnly = true)
  public Optional<PasskeyStep.Question> askProof(HttpServletRequest request) {
    return known.ask(request, current.id(), Purpose.PROOF, "required");
  }

  /**
   * Whether this is what one's own authenticator answers to {@link #askProof}; if it is, dangerous
   * acts pass for five minutes.
   */
  public boolean prove(HttpServletRequest request, Function<String, @Nullable String> answer) {
    SignedInMember me = current.get();
    if (!known.proves(request, me.memberId(), answer, Purpose.PROOF, true)) {
      events.record(
          SecurityEvent.of("account.proof.refused", Severity.NOTICE).member(me.memberId()));
      return false;
    }
    var handle = me.vault();
    if (handle == null) {
      sessions.prove(me.signIn());
    } else {
      passkeys.prove(handle);
    }
    events.record(SecurityEvent.of("account.proof.given", Severity.INFO).member(me.memberId()));
    return true;
  }

  /**
   * Calls one's own passkey something else.
   *
   * @param name 1 to {@value #LONGEST_NAME} letters
   */
  public void rename(UUID id, String name) {
    passkeys.rename(current.id(), id, requireName(name));
  }

  /** Takes one's own passkey away; all other sessions end, on each server. */
  @NeedsFreshProof(ProofPurpose.CREDENTIALS)
  public void remove(HttpServletRequest request, UUID id) {
    proof.require(ProofPurpose.CREDENTIALS);
    UUID me = current.id();
    Passkey passkey =
        passkeys.of(me).stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    if (passkeys.remove(me, id) && passkey != null) {
      if (passkey.kind() == PasskeyKind.FACTOR
          && passkeys.of(me).stream().noneMatch(each -> each.kind() == PasskeyKind.FACTOR)) {
        factors.noPasskeys(me);
      }
      all.endAllOf(me, SessionEnd.ACCOUNT_CHANGED, current.get().signIn());
      news.tell(request, me, Change.REMOVED, passkey.name());
    }
  }

  private static String requireName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a name of %d letters, expected 1 to %d".formatted(stripped.length(), LONGEST_NAME));
    }
    return stripped;
  }
}
