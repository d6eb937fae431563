package eu.rempart.edge.rule;

import java.util.Locale;

/** What is done about what detection finds, the mildest first. */
public enum Answer {
  /** It is told, and nothing else is done. */
  WATCH,
  /** The network is slowed, however long it goes on. */
  SLOW,
  /** The network is slowed, and banned for a time if it goes on; longer each time. */
  BAN;

  /** As the table {@code edge_setting}, the ledger and texts name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
