package eu.rempart.history;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whoever looks, and what they may do. */
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

  /** Throws the unchecked exception for missing rights if they may not with these records. */
  default void require(Act act, String kind, Collection<UUID> ids) {
    require(act);
  }

  /** Columns of a kind that they are not shown. */
  default Set<String> hidden(String kind) {
    return Set.of();
  }

  /** Columns of a kind that they do not change: those hidden too. */
  default Set<String> fixed(String kind) {
    return Set.of();
  }
}
