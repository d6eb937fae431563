package eu.rempart.exchange.run.match;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.ExactName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whom a file calls owners of its records. For one file, on one thread. */
public final class FileOwners {

  private static final UUID SEVERAL = new UUID(0, 0);

  private final Supplier<Map<UUID, String>> members;
  private final Rights rights;
  private final String kind;
  private final Map<UUID, Boolean> may = new HashMap<>();
  private @Nullable Map<String, UUID> byName;

  /**
   * Asks for the members once the file names one.
   *
   * @param members names of all, by id
   * @param kind of the records
   */
  public FileOwners(Supplier<Map<UUID, String>> members, Rights rights, String kind) {
    this.members = members;
    this.rights = rights;
    this.kind = kind;
  }

  /**
   * Whose a record is to be.
   *
   * @param named the one who was named; null where nobody was, or not known: a record that is there
   *     stays with whom it has
   * @param ofNew the one who was named, or whoever imports where nobody was and they need one: only
   *     of a new record
   * @param known false where somebody was named who is nobody here, or whose records whoever
   *     imports may not write
   */
  public record Owner(@Nullable UUID named, @Nullable UUID ofNew, boolean known) {}

  /** The owner of this name; empty for none. */
  public Owner read(String name) {
    UUID called = name.isEmpty() ? null : names().get(ExactName.of(name));
    boolean known = name.isEmpty() || (called != null && !called.equals(SEVERAL) && may(called));
    UUID named = known ? called : null;
    return new Owner(named, rights.ownerOfNew(kind, named), known);
  }

  private boolean may(UUID owner) {
    return may.computeIfAbsent(owner, this::asked);
  }

  private boolean asked(UUID owner) {
    try {
      rights.requireOwners(Right.WRITE_RECORDS, kind, Arrays.asList(owner));
      return true;
    } catch (NotPermittedException _) {
      return false;
    }
  }

  private Map<String, UUID> names() {
    Map<String, UUID> names = byName;
    if (names == null) {
      Map<String, UUID> read = new HashMap<>();
      members.get().forEach((id, name) -> read.merge(ExactName.of(name), id, (_, _) -> SEVERAL));
      names = read;
      byName = read;
    }
    return names;
  }
}
