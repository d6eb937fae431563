package eu.rempart.vault.event;

import java.util.UUID;

/**
 * A member took records out, or archived them. Published as an event, so that whoever looks for
 * abuse hears of it and knows no room whose records they are.
 *
 * @param count of records, 0 or more
 */
public record RecordsMoved(UUID memberId, Way way, long count) {

  /** Where they went. */
  public enum Way {
    /** Into a file that left. */
    EXPORTED,
    /** Into the bin. */
    ARCHIVED
  }
}
