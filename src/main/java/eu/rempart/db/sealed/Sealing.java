package eu.rempart.db.sealed;

import java.util.UUID;
import java.util.function.Function;

/**
 * Seals and opens columns with the organisation key of whoever is signed in on this thread. Thread
 * safe. Every method throws an unchecked exception when nobody on this thread holds the key.
 */
public interface Sealing {

  /** The key of one record; cheap to hold for as long as the record is worked on, not longer. */
  RecordSealing of(String table, UUID recordId);

  /**
   * The function for other threads, on which it goes by the key of whoever is signed in on this
   * one.
   */
  default <T, R> Function<T, R> carried(Function<T, R> work) {
    return work;
  }
}
