package eu.rempart.email;

/** Which way an e-mail went. */
public enum Direction {
  /** From a customer. */
  IN,
  /** To a customer. */
  OUT
}
