package eu.rempart.alert.incident;

import java.util.Locale;

/** What happened in the story of an incident. */
public enum StepKind {
  OPENED,
  /** It is worse than it was. */
  GREW,
  /** Somebody took care of it, and there is more of it now. */
  REOPENED,
  /** Others like it are told of here. */
  GROUPED,
  /** The next ones are told; the number is the level. */
  ESCALATED,
  /** Everybody is told again. */
  REMINDED,
  /** Somebody is told: a message waits for them. */
  TOLD,
  /** A peer took a message. */
  SENT,
  /** A peer did not. */
  FAILED,
  /** A message reached nobody. */
  GIVEN_UP,
  /** Somebody has no channel, or nobody is there to be told. */
  NOBODY,
  /** Nobody else can be told: administrators are, at the e-mail addresses of their accounts. */
  LAST_RESORT,
  /** Nobody is told for a while. */
  SILENCED,
  ACKNOWLEDGED,
  NOTE,
  RESOLVED;

  /** As keys of texts name it: {@code given-up}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the story is cut short without it: it is told however long the story is. */
  boolean matters() {
    return this == REOPENED
        || this == LAST_RESORT
        || this == ACKNOWLEDGED
        || this == NOTE
        || this == RESOLVED;
  }
}
