package eu.rempart.account.right;

import eu.rempart.account.Right;
import eu.rempart.account.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one member may do with which records, beside what their role says: computed once, kept until
 * roles or teams change. Immutable.
 */
public final class MemberRights {

  /**
   * Takes nothing away from the role: what everybody has to whom no role of one's own was given.
   */
  public static final MemberRights EVERYTHING =
      new MemberRights(new UUID(0, 0), Set.of(), Map.of());

  private static final Map<Right, String> ACTS =
      Map.of(
          Right.READ_RECORDS, "read",
          Right.WRITE_RECORDS, "write",
          Right.ARCHIVE_RECORDS, "archive");

  private final UUID member;
  private final Set<UUID> team;
  private final Map<String, KindRights> kinds;
  private final Map<String, String> settings;

  /**
   * @param team everybody who shares a team with the member, and the member
   * @param kinds by the name of the table; kinds that are missing are for everybody
   */
  public MemberRights(UUID member, Set<UUID> team, Map<String, KindRights> kinds) {
    this.member = member;
    this.team = Set.copyOf(team);
    this.kinds = Map.copyOf(kinds);
    this.settings = settings(this);
  }

  /** Whether anything is taken away. */
  public boolean areNarrowed() {
    return !kinds.isEmpty();
  }

  public Scope scope(Right right, String kind) {
    KindRights rights = kinds.get(kind);
    return rights == null ? Scope.ALL : rights.scope(right);
  }

  /** Owners of the records that the right is for; empty where it is for all records. */
  public Optional<Set<UUID>> owners(Right right, String kind) {
    return switch (scope(right, kind)) {
      case NONE -> Optional.of(Set.of());
      case OWN -> Optional.of(Set.of(member));
      case TEAM -> Optional.of(team);
      case ALL -> Optional.empty();
    };
  }

  /**
   * Whether the right is for a record of this owner.
   *
   * @param owner null for a record that nobody owns
   */
  public boolean allow(Right right, String kind, @Nullable UUID owner) {
    return owners(right, kind).map(owners -> owner != null && owners.contains(owner)).orElse(true);
  }

  /** Columns of a kind that the member is not shown. */
  public Set<String> hidden(String kind) {
    return columns(kind, FieldRule.HIDDEN);
  }

  /** Columns of a kind that the member does not change: those hidden too. */
  public Set<String> fixed(String kind) {
    KindRights rights = kinds.get(kind);
    return rights == null ? Set.of() : rights.fields().keySet();
  }

  private Set<String> columns(String kind, FieldRule rule) {
    KindRights rights = kinds.get(kind);
    return rights == null
        ? Set.of()
        : rights.fields().entrySet().stream()
            .filter(field -> field.getValue() == rule)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What the database is told; see {@link eu.rempart.db.RowGuard}. */
  public Map<String, String> settings() {
    return settings;
  }

  private static Map<String, String> settings(MemberRights rights) {
    Map<String, String> settings = new HashMap<>();
    for (String kind : rights.kinds.keySet()) {
      ACTS.forEach(
          (right, act) ->
              rights
                  .owners(right, kind)
                  .ifPresent(owners -> settings.put(act + "." + kind, array(owners))));
    }
    if (!settings.isEmpty()) {
      settings.put("guarded", "1");
      // records may be somebody's to read who does not own them
      settings.put("reader", rights.member.toString());
    }
    return Map.copyOf(settings);
  }

  private static String array(Set<UUID> ids) {
    return new TreeSet<>(ids)
        .stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
