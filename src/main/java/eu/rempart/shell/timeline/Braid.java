package eu.rempart.shell.timeline;

import eu.rempart.common.TimelineKey;
import eu.rempart.shell.timeline.TimelineSource.Strand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several strands as one, newest first, read page by page: a query for each strand and page. */
final class Braid {

  /** One thing, and the strand that has it. */
  record Knot(Strand strand, TimelineKey key) {}

  private final List<Line> lines;

  Braid(List<Strand> strands) {
    lines = strands.stream().map(Line::new).toList();
  }

  /** The next ones, as many as this if there are; of the same moment the first strand's first. */
  List<Knot> next(int count) {
    lines.forEach(line -> line.fill(count));
    List<Knot> knots = new ArrayList<>(count);
    for (Line newest = newest(); newest != null && knots.size() < count; newest = newest()) {
      knots.add(new Knot(newest.strand, newest.waiting.remove()));
    }
    return knots;
  }

  /** Whether {@link #next} had more than it gave: asked after it, this costs no query. */
  boolean hasMore() {
    return lines.stream().anyMatch(line -> !line.waiting.isEmpty() || !line.ended);
  }

  private @Nullable Line newest() {
    Line newest = null;
    for (Line line : lines) {
      if (!line.waiting.isEmpty() && (newest == null || line.head().isAfter(newest.head()))) {
        newest = line;
      }
    }
    return newest;
  }

  private static final class Line {

    private final Strand strand;
    private final Deque<TimelineKey> waiting = new ArrayDeque<>();
    private @Nullable TimelineKey last;
    private boolean ended;

    Line(Strand strand) {
      this.strand = strand;
    }

    java.time.Instant head() {
      return Objects.requireNonNull(waiting.peek()).at();
    }

    /** One more than asked for, so that whether there are more is known. */
    void fill(int count) {
      int missing = count + 1 - waiting.size();
      if (ended || missing <= 0) {
        return;
      }
      List<TimelineKey> keys = strand.keys(last, missing);
      ended = keys.size() < missing;
      if (!keys.isEmpty()) {
        last = keys.getLast();
        waiting.addAll(keys);
      }
    }
  }
}
