package eu.rempart.tls.sign;

/** In which order signatures are made. */
public enum Rank {
  /** Before all others, by a thread of their own: sources that members are known to come from. */
  FIRST,
  USUAL,
  /** After everybody else: who is slowed. */
  LAST
}
