package eu.rempart.account.second;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.passkey.PasskeyStep;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.second.FactorDemands;
import eu.rempart.vault.second.SecondFactors;
import eu.rempart.vault.second.SecondFactors.Found;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own second factor, and of whom one is demanded. */
@Service
@Transactional
public class SecondFactorService {

  private final SecondFactors factors;
  private final FactorDemands demands;
  private final PasskeyStep passkeys;
  private final CurrentMember current;
  private final Rights rights;
  private final FreshProof proof;
  private final SecurityEvents events;
  private final FactorNews news;

  SecondFactorService(
      SecondFactors factors,
      FactorDemands demands,
      PasskeyStep passkeys,
      CurrentMember current,
      Rights rights,
      FreshProof proof,
      SecurityEvents events,
      FactorNews news) {
    this.factors = factors;
    this.demands = demands;
    this.passkeys = passkeys;
    this.current = current;
    this.rights = rights;
    this.proof = proof;
    this.events = events;
    this.news = news;
  }

  /** What one is asked for beside the password. */
  @Transactional(readOnly = true)
  public Found mine() {
    return factors.of(current.id());
  }

  /** Whether one's own role must have one. */
  @Transactional(readOnly = true)
  public boolean isDemanded() {
    return demands.of(current.role().name());
  }

  /** Whether whoever is signed in would have a second factor to show. */
  @Transactional(readOnly = true)
  public boolean hasOwn() {
    return mine() instanceof Found.Asked || passkeys.has(current.id());
  }

  /** An app that is being set up; nothing is asked for until its first code was right. */
  public static final class NewApp {

    private final Secret seed;

    private NewApp(Secret seed) {
      this.seed = seed;
    }

    /** Show it, never log it. */
    public AppKey key() {
      return AppKey.of(seed);
    }

    /** The set-up is over, one way or the other. */
    public void forget() {
      seed.destroy();
    }
  }

  @NeedsFreshProof(ProofPurpose.CREDENTIALS)
  public NewApp begin() {
    proof.require(ProofPurpose.CREDENTIALS);
    current.get();
    return new NewApp(SecondFactors.freshSeed());
  }

  /**
   * From now on the codes of this app are asked for, instead of a former one's.
   *
   * @param code what the app shows now
   * @return false if it is another app's, or too old
   */
  @NeedsFreshProof(ProofPurpose.CREDENTIALS)
  public boolean set(NewApp app, String code) {
    proof.require(ProofPurpose.CREDENTIALS);
    if (!factors.fits(app.seed, code)) {
      return false;
    }
    UUID me = current.id();
    factors.setApp(me, app.seed);
    news.tell(me, SecondFactorLetter.Change.APP);
    return true;
  }

  /** Ten one-time codes in the place of the former ones, shown once. */
  @NeedsFreshProof(ProofPurpose.CREDENTIALS)
  public List<String> freshCodes() {
    proof.require(ProofPurpose.CREDENTIALS);
    UUID me = current.id();
    List<String> codes = factors.freshCodes(me);
    news.tell(me, SecondFactorLetter.Change.CODES);
    return codes;
  }

  /** The app is asked for no more. */
  @NeedsFreshProof(ProofPurpose.CREDENTIALS)
  public void removeApp() {
    proof.require(ProofPurpose.CREDENTIALS);
    UUID me = current.id();
    factors.removeApp(me, passkeys.hasBeside(me));
    news.tell(me, SecondFactorLetter.Change.REMOVED);
  }

  /** Which roles must have a second factor. */
  @Transactional(readOnly = true)
  public Set<Role> demanded() {
    rights.require(Right.MANAGE_SECURITY);
    Set<String> names = demands.roles().orElse(null);
    return Arrays.stream(Role.values())
        .filter(role -> names == null || names.contains(role.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whoever has one of these roles, and no second factor, sets one up at the next sign-in. */
  @NeedsFreshProof(ProofPurpose.SECURITY_RULES)
  public void demand(Set<Role> roles) {
    rights.require(Right.MANAGE_SECURITY);
    proof.require(ProofPurpose.SECURITY_RULES);
    Set<String> names = roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    demands.set(names);
    events.record(
        SecurityEvent.of("account.second.demand", Severity.NOTICE)
            .member(current.id())
            .with("roles", names.stream().sorted().collect(Collectors.joining(" "))));
  }
}
