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
  MAIL_QUEUE,
  /** Messages that wait to tell people of incidents: a count. */
  ALERT_QUEUE;

  /** Whether each node has its own, so that each measures it. */
  public boolean byNode() {
    return this == CPU || this == MEMORY || this == DISK;
  }

  /** Whether it is a count, and not per cent of what there is. */
  public boolean isCount() {
    return this == MAIL_QUEUE || this == ALERT_QUEUE;
  }

  /** As keys of texts name it: {@code mail-queue}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
