package eu.rempart.privacy.trace;

/** Whether a text names a person. */
enum Naming {
  NO,
  /** Their surname alone stands in it. */
  LIKELY,
  /** Their whole name, an address or a number of theirs does. */
  SURE
}
