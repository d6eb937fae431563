package eu.rempart.ops.backup;

import java.util.Locale;

/** What is done with backups. */
public enum Act {
  /** Makes one. */
  MAKE,
  /** Reads all that lies at a destination. */
  VERIFY,
  /** Reads all, then restores the latest into a scratch folder and looks at it. */
  DRILL;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
