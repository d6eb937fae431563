package eu.rempart.history;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whoever looks: what they may do, and what they know the other members by. */
public interface Viewer {

  /** What history and bin ask rights for. */
  enum Act {
    /** See records and their history. */
    READ,
    /** Change records, which putting an old value back is. */
    WRITE,
    /** Move records to the bin, see what one moved there oneself, and take it back. */
    ARCHIVE,
    /** See and restore what anybody moved to the bin. */
    RESTORE,
    /** Empty the bin. */
    PURGE
  }

  /** The member who acts on this thread. */
  UUID memberId();

  /** Whether they may. */
  boolean may(Act act);

  /** Throws the unchecked exception for missing rights if they may not. */
  void require(Act act);

  /** Names of members; those that don't open or aren't there are left out. */
  Map<UUID, String> names(Set<UUID> members);
}
