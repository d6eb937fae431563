package eu.rempart.alert.channel;

import java.util.Locale;

/** How bad it is. */
public enum Severity {
  /** To know. */
  INFO,
  /** To look at soon. */
  WARNING,
  /** To act on now. */
  CRITICAL;

  /** As keys of texts name it: {@code critical}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
