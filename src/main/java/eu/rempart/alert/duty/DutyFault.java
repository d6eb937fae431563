package eu.rempart.alert.duty;

import java.util.Locale;

/** Why a pair is incomplete. */
public enum DutyFault {
  /** The calendar says nothing. */
  NOBODY,
  /** A swap made it one person. */
  ALONE,
  /** Somebody may not sign in, or sees no operations. */
  SUSPENDED,
  /** Somebody has no channel that leads anywhere. */
  UNREACHABLE;

  /** As keys of texts name it: {@code unreachable}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
