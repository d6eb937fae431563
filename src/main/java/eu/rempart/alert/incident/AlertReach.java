package eu.rempart.alert.incident;

/** Whom incidents reach as things are. */
public enum AlertReach {
  /** Somebody who looks after operations has a channel that was confirmed. */
  CHANNELS,
  /** Administrators alone, at the e-mail addresses of their accounts. */
  MAIL_ONLY,
  NOBODY
}
