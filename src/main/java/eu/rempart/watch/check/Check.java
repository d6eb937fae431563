package eu.rempart.watch.check;

import eu.rempart.watch.objective.Objective;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is watched.
 *
 * @param version the optimistic lock; 0 before it is saved
 * @param name shown to the public where the check is shown, 1 to 80 characters
 * @param target fits the kind
 * @param band its limit, in what its kind measures (see {@link CheckKind#usualLimit})
 * @param ownAuthority whether certificates of the own authority are trusted besides
 * @param shown whether the public sees it
 * @param enabled whether it is measured
 * @param objective what its availability is aimed at; null if nothing is
 */
public record Check(
    CheckId id,
    int version,
    String name,
    CheckKind kind,
    Target target,
    Band band,
    Rules rules,
    boolean ownAuthority,
    boolean shown,
    boolean enabled,
    @Nullable Objective objective) {

  public static final int LONGEST_NAME = 80;

  /** Checks. */
  public Check {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a check's name has 1 to %d characters in one line, got %d"
              .formatted(LONGEST_NAME, name.length()));
    }
    if (kind.remote() != (target.remote() != null)) {
      throw new IllegalArgumentException("%s does not look at %s".formatted(kind, target));
    }
    if (!kind.remote()
        && !rules.zones().equals(List.of(Zone.HOME))
        && !(isByNode(target) && rules.zones().stream().allMatch(Zone::isNode))) {
      throw new IllegalArgumentException("a level of this server is measured at home alone");
    }
  }

  /** One of which nothing is aimed at. */
  public Check(
      CheckId id,
      int version,
      String name,
      CheckKind kind,
      Target target,
      Band band,
      Rules rules,
      boolean ownAuthority,
      boolean shown,
      boolean enabled) {
    this(id, version, name, kind, target, band, rules, ownAuthority, shown, enabled, null);
  }

  /** Whether each node measures it, since each has its own. */
  public boolean byNode() {
    return isByNode(target);
  }

  private static boolean isByNode(Target target) {
    Level level = target.level();
    return level != null && level.byNode();
  }

  /** The same, asked of these nodes: one of them that is bad is enough. */
  public Check askedIn(Collection<Zone> nodes) {
    Rules asked =
        new Rules(rules.failAfter(), rules.recoverAfter(), 1, List.copyOf(nodes), rules.period());
    return new Check(
        id, version, name, kind, target, band, asked, ownAuthority, shown, enabled, objective);
  }

  /**
   * Whether some of these zones could measure it, and are not asked. What each machine takes for
   * itself none can measure for another.
   */
  public boolean couldAsk(Collection<Zone> more) {
    Target.Remote remote = target.remote();
    return remote != null
        && !remote.isOwnMachine()
        && rules.zones().size() < Rules.MOST_ZONES
        && !rules.zones().containsAll(more);
  }

  /** The same, asked of these zones, too. */
  public Check askingAlso(Collection<Zone> more) {
    Rules asked = rules.askingAlso(more);
    return new Check(
        id, version, name, kind, target, band, asked, ownAuthority, shown, enabled, objective);
  }

  /** The same, aimed at this. */
  public Check aimedAt(@Nullable Objective aim) {
    return new Check(
        id, version, name, kind, target, band, rules, ownAuthority, shown, enabled, aim);
  }

  /** The same, measured or not. */
  public Check measured(boolean whether) {
    return new Check(
        id, version, name, kind, target, band, rules, ownAuthority, shown, whether, objective);
  }
}
