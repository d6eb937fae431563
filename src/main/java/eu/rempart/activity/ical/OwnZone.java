package eu.rempart.activity.ical;

import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A zone as a file describes it itself: a VTIMEZONE of RFC 5545, section 3.6.5.
 *
 * @param id by which events of the file name it
 * @param location what it calls itself beside that; null where it does not
 * @param observances since when its clocks go how
 */
record OwnZone(String id, @Nullable String location, List<Observance> observances) {

  /** Clocks need no more than that to be told apart; files have rules since 1601. */
  private static final int MOST = 100;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2}):?(\\d{2})?");

  OwnZone {
    observances = List.copyOf(observances);
  }

  /** Clocks that go so from some moments on. */
  record Observance(
      LocalDateTime start,
      ZoneOffset from,
      ZoneOffset to,
      @Nullable String rule,
      List<LocalDateTime> dates) {

    Observance {
      dates = List.copyOf(dates);
    }

    /** Its moments, from a year before one to another. */
    private List<Change> changes(Instant since, Instant until) {
      List<Change> changes = new ArrayList<>();
      changes.add(new Change(start.toInstant(from), to));
      dates.forEach(date -> changes.add(new Change(date.toInstant(from), to)));
      if (rule != null) {
        When first = When.at(near(since), from);
        new Recurrence(rule)
            .within(first, Instant.MIN.plus(1, ChronoUnit.DAYS), until).stream()
                .map(when -> new Change(when.at(), to))
                .forEach(changes::add);
      }
      return changes;
    }

    /** A rule of every year that began long ago is as good from a later year on. */
    private LocalDateTime near(Instant since) {
      int year = LocalDateTime.ofInstant(since, from).getYear() - 2;
      String text = rule == null ? "" : rule.toUpperCase(Locale.ROOT);
      boolean yearly = text.contains("FREQ=YEARLY") && !text.contains("COUNT=");
      boolean eachYear = !text.contains("INTERVAL=") || text.matches(".*INTERVAL=1(;.*|$)");
      return yearly && eachYear && start.getYear() < year ? start.withYear(year) : start;
    }
  }

  /** From then on clocks go so. */
  record Change(Instant at, ZoneOffset to) {}

  /** What a component describes; empty where nobody can say what. */
  static Optional<OwnZone> read(String component) {
    String id = null;
    String location = null;
    List<Observance> observances = new ArrayList<>();
    List<String> open = null;
    try {
      for (String line : component.replaceAll("\r?\n[ \t]", "").lines().toList()) {
        String name = line.strip().toUpperCase(Locale.ROOT);
        if (name.equals("BEGIN:STANDARD") || name.equals("BEGIN:DAYLIGHT")) {
          open = new ArrayList<>();
        } else if (open != null && name.startsWith("END:")) {
          observances.add(observance(open));
          open = null;
        } else if (open != null) {
          open.add(line);
        } else if (isOf(line, "TZID")) {
          id = value(line);
        } else if (isOf(line, "X-LIC-LOCATION") || isOf(line, "LOCATION")) {
          location = value(line);
        }
      }
      return id == null || id.isBlank() || observances.isEmpty() || observances.size() > MOST
          ? Optional.empty()
          : Optional.of(new OwnZone(id, location, observances));
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty(); // its times or rules are none
    }
  }

  private static Observance observance(List<String> lines) {
    LocalDateTime start = null;
    ZoneOffset from = null;
    ZoneOffset to = null;
    String rule = null;
    List<LocalDateTime> dates = new ArrayList<>();
    for (String line : lines) {
      if (isOf(line, "DTSTART")) {
        start = time(value(line));
      } else if (isOf(line, "TZOFFSETFROM")) {
        from = offset(value(line));
      } else if (isOf(line, "TZOFFSETTO")) {
        to = offset(value(line));
      } else if (isOf(line, "RRULE")) {
        rule = yearly(value(line));
      } else if (isOf(line, "RDATE")) {
        for (String date : value(line).split(",", -1)) {
          dates.add(time(date));
        }
      }
    }
    if (start == null || from == null || to == null) {
      throw new IllegalArgumentException("an observance says when it begins, and its offsets");
    }
    return new Observance(start, from, to, rule, dates);
  }

  private static String yearly(String rule) {
    if (!rule.toUpperCase(Locale.ROOT).contains("FREQ=YEARLY")) {
      throw new IllegalArgumentException("clocks change by rules of the year");
    }
    return new Recurrence(rule).rule();
  }

  private static boolean isOf(String line, String property) {
    return line.regionMatches(true, 0, property, 0, property.length())
        && line.length() > property.length()
        && ":;".indexOf(line.charAt(property.length())) >= 0;
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text.strip().replace("Z", ""), TIME);
  }

  private static ZoneOffset offset(String text) {
    Matcher parts = OFFSET.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an offset");
    }
    int seconds =
        Integer.parseInt(parts.group(2)) * 3_600
            + Integer.parseInt(parts.group(3)) * 60
            + (parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4)));
    return ZoneOffset.ofTotalSeconds(parts.group(1).equals("-") ? -seconds : seconds);
  }

  private ZoneOffset offset(List<Change> changes, Instant at) {
    return changes.stream()
        .filter(change -> !change.at().isAfter(at))
        .max(Comparator.comparing(Change::at))
        .map(Change::to)
        .orElseGet(
            () ->
                observances.stream()
                    .min(Comparator.comparing(Observance::start))
                    .orElseThrow()
                    .from());
  }

  private List<Change> changes(Instant since, Instant until) {
    return observances.stream()
        .flatMap(observance -> observance.changes(since, until).stream())
        .sorted(Comparator.comparing(Change::at))
        .toList();
  }

  /** How its clocks go from one moment to another. */
  Clocks between(Instant since, Instant until) {
    List<Change> changes = changes(since, until);
    return new Clocks(since, until, offset(changes, since), changes);
  }

  /**
   * How clocks go for a while.
   *
   * @param offset with which they begin
   * @param changes by time; those before and after the while count for nothing
   */
  record Clocks(Instant since, Instant until, ZoneOffset offset, List<Change> changes) {

    Clocks {
      changes = List.copyOf(changes);
    }

    /** How they go at a moment of the while. */
    ZoneOffset offset(Instant at) {
      return changes.stream()
          .filter(change -> !change.at().isAfter(at))
          .reduce((_, last) -> last)
          .map(Change::to)
          .orElse(offset);
    }

    /** The moment of a local time; the first of two. */
    Instant at(LocalDateTime local) {
      Instant about = local.toInstant(ZoneOffset.UTC);
      ZoneOffset before = offset(about.minus(1, ChronoUnit.DAYS));
      return local.toInstant(offset(local.toInstant(before)));
    }

    /** Whether they go the same there. */
    boolean areLike(ZoneRules rules) {
      if (!rules.getOffset(since).equals(offset)) {
        return false;
      }
      ZoneOffset before = offset;
      ZoneOffsetTransition next = rules.nextTransition(since);
      for (Change change : changes) {
        if (change.at().isAfter(since)
            && change.at().isBefore(until)
            && !change.to().equals(before)) {
          if (next == null
              || !next.getInstant().equals(change.at())
              || !next.getOffsetAfter().equals(change.to())) {
            return false;
          }
          before = change.to();
          next = rules.nextTransition(next.getInstant());
        }
      }
      return next == null || !next.getInstant().isBefore(until);
    }
  }
}
