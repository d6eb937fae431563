package eu.rempart.archive;

import java.util.List;

/** What came of bringing entries of the bin back. */
public sealed interface Restored {

  /**
   * They are back.
   *
   * @param records how many records; what had to stay is still in the bin
   */
  record Done(int records) implements Restored {}

  /** Nothing came back: a decision is needed first. */
  record Blocked(List<Conflict> conflicts) implements Restored {}

  /** Nothing came back: somebody restored or purged one of them meanwhile. */
  record Gone() implements Restored {}
}
