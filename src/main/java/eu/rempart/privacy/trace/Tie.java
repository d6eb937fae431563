package eu.rempart.privacy.trace;

/** What a record of others has to do with a person. */
public enum Tie {
  /** A record of the same person, in the bin since it was merged into theirs. */
  SELF,
  /** A mail with them that lies on another record too. */
  MAIL,
  /** A document that is linked with them. */
  DOCUMENT,
  /** An activity that is about them, or that they take part in. */
  ACTIVITY,
  /** A quote in their name. */
  QUOTE,
  /** A text that names them. */
  TEXT
}
