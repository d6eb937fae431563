package eu.rempart.edge.ban;

import eu.rempart.edge.ban.Ban.Lift;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imposes bans and ends them; the gates of all nodes hear of it from the database. Asks for no
 * right: administrators come through {@code EdgeAdministration}, the machine decides for itself.
 */
public class Bans {

  /** More than these are not read: a machine that bans more than this is wrong. */
  static final int MOST = 20_000;

  private final BanRepository repository;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Bans(BanRepository repository, PlatformTransactionManager manager, InstantSource clock) {
    this.repository = repository;
    this.transactions = new TransactionTemplate(manager);
    this.clock = clock;
  }

  /** Those in force, the one that ends first first. */
  public List<Ban> active() {
    return repository.active(clock.instant(), MOST);
  }

  /** How many networks are slowed, and how many are banned. */
  public Map<Step, Integer> counts() {
    return repository.counts(clock.instant());
  }

  /** All, the newest first. */
  public List<Ban> latest(int limit) {
    return repository.latest(limit);
  }

  /**
   * The machine's next step against a network: it is slowed first, banned if it goes on while it is
   * slowed, and banned for longer each time. Several nodes that notice the same take one step. Whom
   * a member let in again is let in for a while: what was done before counts on for minutes, and
   * would have them banned again in the next second.
   *
   * @param cause a detector's name
   * @param evidence the parameters of its words
   * @return what was done; empty if the network is banned already, was slowed just now, or is no
   *     longer slowed for this since a member said so
   */
  public Optional<Ban> escalate(
      Prefix network, Place place, String cause, Map<String, String> evidence) {
    return alone(network, () -> step(network, place, cause, evidence, Step.BANNED));
  }

  /**
   * The machine's step against a network that it must not ban, since members are in it.
   *
   * @return what was done; empty if the network is slowed already
   */
  public Optional<Ban> slow(
      Prefix network, Place place, String cause, Map<String, String> evidence) {
    return alone(network, () -> step(network, place, cause, evidence, Step.SLOWED));
  }

  // TransactionTemplate answers what its callback answers, which NullAway can't know
  @SuppressWarnings("NullAway")
  private Optional<Ban> alone(Prefix network, Supplier<Optional<Ban>> work) {
    return transactions.execute(
        status -> {
          repository.lock(network);
          return work.get();
        });
  }

  private Optional<Ban> step(
      Prefix network, Place place, String cause, Map<String, String> evidence, Step furthest) {
    Instant now = clock.instant();
    if (repository.inForce(network, Step.BANNED, now).isPresent()) {
      return Optional.empty();
    }
    Set<Step> lifted = repository.lifted(network, cause, now.minus(BanLength.GRACE));
    if (lifted.contains(Step.SLOWED)) {
      return Optional.empty();
    }
    Optional<Ban> slowed = repository.inForce(network, Step.SLOWED, now);
    boolean warned =
        slowed.isPresent() && !now.isBefore(slowed.get().begunAt().plus(BanLength.PATIENCE));
    int repetition = repository.count(network, now.minus(BanLength.MEMORY)) + 1;
    // who was banned before is not warned again
    Step step = warned || repetition > 1 ? Step.BANNED : Step.SLOWED;
    if (furthest == Step.SLOWED || lifted.contains(Step.BANNED)) {
      step = Step.SLOWED;
    }
    if (slowed.isPresent() && step == Step.SLOWED) {
      return Optional.empty();
    }
    Ban ban =
        new Ban(
            UUID.randomUUID(),
            0,
            network,
            place,
            step,
            cause,
            evidence,
            null,
            repetition,
            now,
            now.plus(BanLength.of(step, repetition)),
            null,
            null);
    repository.insert(ban);
    return Optional.of(ban);
  }

  /** An administrator bans a network. */
  public Ban impose(Prefix network, Place place, Duration length, String reason, UUID by) {
    Instant now = clock.instant();
    int repetition = repository.count(network, now.minus(BanLength.MEMORY)) + 1;
    Ban ban =
        new Ban(
            UUID.randomUUID(),
            0,
            network,
            place,
            Step.BANNED,
            Ban.BY_HAND,
            Map.of(),
            reason,
            repetition,
            now,
            now.plus(length),
            by,
            null);
    repository.insert(ban);
    return ban;
  }

  /** Ends one before its time; empty if it is over already. */
  public Optional<Ban> lift(UUID id, UUID by, String reason) {
    Instant now = clock.instant();
    Optional<Ban> ban = repository.lock(id).filter(found -> found.activeAt(now));
    ban.ifPresent(found -> repository.lift(id, new Lift(now, by, reason)));
    return ban;
  }

  /**
   * Has one last so much from now, unless it lasts longer anyway; empty if it is over already.
   * Answers it as it was.
   */
  public Optional<Ban> prolong(UUID id, Duration left) {
    Instant now = clock.instant();
    Optional<Ban> ban = repository.lock(id).filter(found -> found.activeAt(now));
    ban.filter(found -> found.until().isBefore(now.plus(left)))
        .ifPresent(_ -> repository.setUntil(id, now.plus(left)));
    return ban;
  }
}
