package eu.rempart.activity.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to remind of an activity: minutes before its beginning, the nearest first, each once. Of a
 * whole day they count from seven in UTC.
 */
public final class Reminders {

  /** Most that one activity has. */
  public static final int MOST = 5;

  /** Four weeks, in minutes: none comes sooner. */
  public static final int EARLIEST = 40_320;

  /** Of a whole day from its midnight to what its reminders count from, in minutes. */
  public static final int MORNING = 420;

  private Reminders() {}

  /** The same ones, each once, the nearest first; none of null. */
  public static List<Integer> of(@Nullable Collection<Integer> minutes) {
    return minutes == null ? List.of() : minutes.stream().distinct().sorted().toList();
  }

  /** As many of these as an activity has at most: those nearest to its beginning. */
  public static List<Integer> nearest(Collection<Integer> minutes) {
    return of(minutes).stream().limit(MOST).toList();
  }

  /** What the column holds. */
  public static List<Integer> ofColumn(Integer @Nullable [] column) {
    return column == null ? List.of() : of(Arrays.asList(column));
  }

  /** Null where there are none. */
  public static Integer @Nullable [] column(List<Integer> minutes) {
    return minutes.isEmpty() ? null : minutes.toArray(Integer[]::new);
  }
}
