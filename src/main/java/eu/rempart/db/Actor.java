package eu.rempart.db;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and through what.
 *
 * @param memberId null where no member stands behind it, such as at a clean-up by the clock
 * @param source {@code manual}, {@code import}, {@code demo}, {@code system} …: kept in history
 */
public record Actor(@Nullable UUID memberId, String source) {

  /** A person at a screen. */
  public static final String MANUAL = "manual";

  /** Rows of a file. */
  public static final String IMPORT = "import";

  /** Made-up records to look around with. */
  public static final String DEMO = "demo";

  /** Rempart itself, by the clock. */
  public static final Actor SYSTEM = new Actor(null, "system");

  /** A member at a screen. */
  public static Actor manual(UUID memberId) {
    return new Actor(memberId, MANUAL);
  }
}
