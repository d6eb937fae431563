package eu.rempart.alert.channel;

import java.util.Locale;

/** Why a message goes out. */
public enum MessageKind {
  ALARM,
  /** Nobody acknowledged the alarm yet. */
  REMINDER,
  /** Somebody takes care of it. */
  ACKNOWLEDGED,
  RESOLVED,
  /** Somebody tries whether the channel works. */
  TEST,
  /** Whoever reads it there is whose address it is. */
  CODE;

  /** Whether it is about one address, and none other can stand in for that. */
  public boolean single() {
    return this == TEST || this == CODE;
  }

  /** As keys of texts name it: {@code alarm}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
