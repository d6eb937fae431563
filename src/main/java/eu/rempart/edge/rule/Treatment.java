package eu.rempart.edge.rule;

/** How traffic from a place is treated. */
public enum Treatment {
  NORMAL,
  /** Limits are a factor-th of the others', and everybody else goes first. */
  SLOWED,
  /** Whoever is signed in may go on; a new sign-in needs a second factor. */
  SECOND_FACTOR,
  /** No connection is made. */
  REFUSED
}
