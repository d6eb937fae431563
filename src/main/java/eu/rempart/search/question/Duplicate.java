package eu.rempart.search.question;

import java.util.Set;
import java.util.UUID;

/** A record that may be the same person or company. */
public record Duplicate(UUID id, Set<Reason> reasons) {

  /** Why it may be the same. */
  public enum Reason {
    EMAIL,
    PHONE,
    NAME,
    /** Beside the name: they belong to one house. */
    COMPANY
  }
}
