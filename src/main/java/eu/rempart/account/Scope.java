package eu.rempart.account;

/** Whose records a right is for, from none to all; each includes those before it. */
public enum Scope {
  NONE,
  /** Records that the member owns. */
  OWN,
  /** Records that somebody owns who shares a team with the member, or the member. */
  TEAM,
  /** All records, those that nobody owns included. */
  ALL;

  /** The narrower of the two. */
  public Scope within(Scope other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
