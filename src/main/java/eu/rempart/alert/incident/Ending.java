package eu.rempart.alert.incident;

/** How an incident comes to its end. */
public enum Ending {
  /** Whoever raised it says so, and nobody else. */
  BY_SOURCE,
  /** It was not raised again for an hour. */
  BY_QUIET,
  /** Somebody looked at it and says so. */
  BY_HAND
}
