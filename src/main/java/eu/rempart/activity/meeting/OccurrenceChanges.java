package eu.rempart.activity.meeting;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ical.InvitationFile.Moved;
import eu.rempart.activity.series.SeriesChange;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is otherwise than the rule of a recurring meeting says, and what of that is news. */
final class OccurrenceChanges {

  private static final String CALLED_OFF = "-";

  /** In the order of the places that the rule has for them. */
  private final Map<Instant, Told> changes = new TreeMap<>();

  private final Map<Instant, String> unseen;

  /**
   * What became of occurrences.
   *
   * @param seen those that are activities of their own
   * @param unseen what was told of those that are for others to know
   */
  OccurrenceChanges(List<SeriesChange> seen, Map<Instant, String> unseen) {
    seen.forEach(each -> changes.put(each.of().at(), told(each)));
    this.unseen = unseen;
  }

  /**
   * What is told of one occurrence.
   *
   * @param occurrence where it lies, or lay
   * @param happens false where it was called off
   */
  record Told(Moved occurrence, boolean happens) {

    private String text() {
      When to = occurrence.to();
      return happens
          ? "%s/%s/%s"
              .formatted(
                  to.at(),
                  to.zone() == null ? "" : to.zone().getId(),
                  occurrence.minutes() == null ? "" : occurrence.minutes())
          : CALLED_OFF;
    }

    /** Whether there is anything left of it, there or here. */
    private boolean isAhead(Instant now) {
      return ends(occurrence.of()).isAfter(now) || ends(occurrence.to()).isAfter(now);
    }

    private Instant ends(When when) {
      Duration length = Duration.ofMinutes(Objects.requireNonNullElse(occurrence.minutes(), 0));
      // a day ends last where clocks are half a day behind
      return when.at()
          .plus(
              when.allDay()
                  ? (length.isZero() ? Duration.ofDays(1) : length).plusHours(12)
                  : length);
    }
  }

  private static Told told(SeriesChange change) {
    ActivityData instead = change.instead().data();
    When to = instead.when();
    boolean happens = to != null && instead.status() != ActivityStatus.CANCELLED;
    return new Told(moved(change.of(), happens ? to : null, instead), happens);
  }

  private static Moved moved(When of, @Nullable When to, ActivityData data) {
    return new Moved(
        of,
        to == null ? of : to,
        data.minutes(),
        Objects.requireNonNullElse(data.subject(), ""),
        data.place());
  }

  /**
   * As it is kept: a line for each, with the place that the rule has for it, and what it is now.
   */
  String text() {
    Map<Instant, String> all = new TreeMap<>(unseen);
    changes.forEach((at, change) -> all.put(at, change.text()));
    return all.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** What {@link #text} wrote; nothing of what this version does not understand. */
  static Map<Instant, String> read(@Nullable String text) {
    Map<Instant, String> told = new TreeMap<>();
    if (text != null) {
      text.lines()
          .map(line -> line.split(" ", 2))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> told.put(Instant.parse(parts[0]), parts[1]));
    }
    return told;
  }

  /** What differs from what was told, of what is not over; in the order of places. */
  List<Told> since(Map<Instant, String> before, Activity meeting, Instant now) {
    List<Told> news = new ArrayList<>();
    changes.forEach(
        (at, change) -> {
          if (!change.text().equals(before.get(at))) {
            news.add(change);
          }
        });
    ActivityData data = meeting.data();
    When next = Objects.requireNonNull(data.when());
    before.forEach(
        (at, said) -> {
          if (!changes.containsKey(at) && !unseen.containsKey(at)) {
            // it lies again where the rule has it, unless the series moved on past it
            Told back =
                new Told(moved(new When(at, next.zone()), null, data), !at.isBefore(next.at()));
            if (!back.text().equals(said)) {
              news.add(back);
            }
          }
        });
    return news.stream().filter(each -> each.isAhead(now)).toList();
  }
}
