package eu.rempart.watch.check;

import java.util.Locale;

/** Something of this server that fills up. */
public enum Level {
  /** Processors, in per cent of all of them. */
  CPU,
  /** Memory, in per cent of the machine's. */
  MEMORY,
  /** The disk with the home folder, in per cent. */
  DISK,
  /** Connections of the database, in per cent of those that it accepts. */
  DATABASE,
  /** Letters that wait to be sent: a count. */
  MAIL_QUEUE;

  /** Whether each node has its own, so that each measures it. */
  public boolean byNode() {
    return this == CPU || this == MEMORY || this == DISK;
  }

  /** As keys of texts name it: {@code mail-queue}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
