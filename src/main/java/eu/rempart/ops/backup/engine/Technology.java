package eu.rempart.ops.backup.engine;

import java.util.Locale;

/** How a backup is made. The two share no code, so that a fault of one spares the other. */
public enum Technology {
  /** The database and each change since, by pgBackRest; documents are in the database. */
  CLASSIC,
  /** The whole server, by restic. */
  IMAGE;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
