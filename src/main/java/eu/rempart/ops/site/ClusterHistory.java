package eu.rempart.ops.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * On which timelines the data were written, as Patroni remembers it (its manual, "GET /history"):
 * also what happened while no application ran. Timelines of data that were given up are not among
 * them.
 *
 * @param beginnings the oldest first; the first timeline of all is not among them
 */
record ClusterHistory(List<Beginning> beginnings) {

  private static final int PLACE_OF_TIME = 3;
  private static final int PLACE_OF_SITE = 4;

  /**
   * That somebody began to lead.
   *
   * @param at null where Patroni does not know, as after a promotion that skipped timelines
   * @param site as before
   */
  record Beginning(long timeline, @Nullable Instant at, @Nullable String site) {}

  ClusterHistory {
    beginnings = List.copyOf(beginnings);
  }

  /**
   * Reads an answer; what is no line of a history is skipped.
   *
   * @param lines each with the timeline that ended, and perhaps when and by whom the next was begun
   * @param latest the timeline that is led on now
   */
  static ClusterHistory of(JsonNode lines, long latest) {
    List<Beginning> beginnings = new ArrayList<>();
    for (int i = 0; lines.isArray() && i < lines.size(); i++) {
      JsonNode line = lines.get(i);
      long ended = line.path(0).asLong(0);
      Instant at = time(line.path(PLACE_OF_TIME).asString(""));
      String site = line.path(PLACE_OF_SITE).asString("");
      if (at != null && !site.isEmpty()) {
        beginnings.add(new Beginning(ended + 1, at, site)); // else Patroni names neither
      } else {
        long next = i + 1 < lines.size() ? lines.get(i + 1).path(0).asLong(0) : latest;
        beginnings.add(new Beginning(next, null, null));
      }
    }
    return new ClusterHistory(beginnings);
  }

  private static @Nullable Instant time(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null; // of a later Patroni, perhaps: as where it names none
    }
  }

  /** Those after one timeline, up to another and with it. */
  List<Beginning> between(long after, long last) {
    return beginnings.stream()
        .filter(each -> each.timeline() > after && each.timeline() <= last)
        .toList();
  }
}
