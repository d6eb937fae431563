package eu.rempart.ops.backup.engine;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a database that was restored, without any key.
 *
 * @param faults what is wrong; nothing where the backup is good
 * @param lastWritten when the last change was made that is in it: what came later is not
 * @param schema the number of the last migration
 * @param rows how many there are of each kind of record
 */
public record Proof(
    Set<Fault> faults, @Nullable Instant lastWritten, String schema, SortedMap<String, Long> rows) {

  /** What makes a backup worthless, or doubtful. */
  public enum Fault {
    /** A row of the ledger does not follow from the one before. */
    LEDGER_BROKEN,
    /** The last row of the ledger is not the one that this installation has. */
    LEDGER_OF_ANOTHER,
    /** Tables or indexes have pages that can't be. */
    PAGES_DAMAGED,
    /** There is no schema of Rempart in it. */
    NOT_OURS,
    /** Keys or certificates of the home folder are not in it, or are others. */
    KEYS_MISSING;

    /** As texts name it: {@code ledger-broken}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Proof {
    faults = faults.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(faults));
    rows = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  /** The same with what else was found. */
  Proof with(Set<Fault> more) {
    Set<Fault> all = EnumSet.noneOf(Fault.class);
    all.addAll(faults);
    all.addAll(more);
    return new Proof(all, lastWritten, schema, rows);
  }

  public boolean isGood() {
    return faults.isEmpty();
  }
}
