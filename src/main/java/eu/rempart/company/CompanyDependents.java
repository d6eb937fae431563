package eu.rempart.company;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Told by the rooms above what would be left behind when companies go to the bin: the people who
 * work nowhere else.
 */
public interface CompanyDependents {

  /** Records that belong to these companies only. */
  Set<UUID> onlyOf(Collection<CompanyId> companies);

  /** Moves such records to the bin, within the running transaction. */
  void archive(Set<UUID> dependents);

  /** After the commit: lets the next search see what changed. */
  void changed(Set<UUID> dependents);
}
