package eu.rempart.alert.incident;

import java.util.Locale;

/** How far an incident is. */
public enum IncidentState {
  OPEN,
  /** Somebody takes care of it: nobody is told any more. */
  ACKNOWLEDGED,
  RESOLVED;

  /** As keys of texts name it: {@code acknowledged}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
