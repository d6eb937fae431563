package eu.rempart.db.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory PostgreSQL keeps pages of tables in: an eighth of the machine's (or the
 * container's), since the application takes half. PostgreSQL's manual advises a quarter where
 * nothing else runs. Lists read rows from all over a table, and a page that has to come from the
 * system costs about as much as everything else about a row.
 */
public final class SharedBuffers {

  private static final long MEGABYTE = 1L << 20;
  private static final long STEP = 64;
  private static final long LEAST = 128;
  private static final long MOST = 4_096;

  private SharedBuffers() {}

  /** As PostgreSQL writes it: {@code 768MB} or {@code 3GB}. */
  public static String ofThisMachine() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return of(system.getTotalMemorySize());
  }

  /**
   * @param memory the machine's, in bytes
   */
  static String of(long memory) {
    long eighth = memory / 8 / MEGABYTE / STEP * STEP;
    long megabytes = Math.clamp(eighth, LEAST, MOST);
    return megabytes % 1_024 == 0 ? megabytes / 1_024 + "GB" : megabytes + "MB";
  }
}
