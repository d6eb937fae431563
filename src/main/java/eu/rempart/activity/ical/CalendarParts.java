package eu.rempart.activity.ical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a file into its calendars, and those into their parts, each of which can be read
 * by itself: one that is broken spoils no other, nor does what stands before or between them.
 */
final class CalendarParts {

  private static final Set<String> READ = Set.of("VEVENT", "VTODO");
  private static final String CALENDAR = "VCALENDAR";
  private static final String END_OF_CALENDAR = "END:VCALENDAR";
  private static final Pattern SUMMARY = Pattern.compile("(?im)^SUMMARY(?:;[^:\r\n]*)?:(.*)$");
  private static final Pattern STAMPS =
      Pattern.compile("(?i)^(?:DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE)[:;]");
  private static final Pattern VERSION_1 = Pattern.compile("(?i)VERSION\\s*:\\s*1\\.0\\s*");
  private static final Pattern FOLD = Pattern.compile("[\\r\\n]+[ \\t]");
  private static final Pattern BEGIN = Pattern.compile("(?i)\\s*BEGIN\\s*[;:].*");
  private static final Pattern NAME = Pattern.compile("([\\w-]+)\\s*[;:].*");

  /** What an answer to an invitation says beside the events that it is about. */
  private static final Set<String> OF_ANSWERS =
      Set.of("METHOD", "UID", "DTSTAMP", "ATTENDEE", "SEQUENCE", "RECURRENCE-ID");

  private static final Set<String> AROUND_ANSWERS = Set.of(CALENDAR, "VEVENT");
  private static final Pattern BORDER = Pattern.compile("(?i)(BEGIN|END)\\s*:\\s*([\\w-]+)\\s*");

  private final List<FileCalendar> calendars = new ArrayList<>();
  private @Nullable FileCalendar calendar;
  private @Nullable String component;
  private final StringBuilder text = new StringBuilder();
  private int nested;

  private CalendarParts() {}

  /** One calendar of a file: its events and tasks, and the zones that it describes itself. */
  static final class FileCalendar {

    private final StringBuilder head = new StringBuilder();
    private boolean old;
    private final List<String> parts = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();

    /** Each as the text of a calendar with nothing else in it. */
    List<String> parts() {
      return parts.stream()
          .map(
              part ->
                  "BEGIN:VCALENDAR\r\n"
                      + (old ? head : "VERSION:2.0\r\n")
                      + part
                      + END_OF_CALENDAR
                      + "\r\n")
          .toList();
    }

    /** VTIMEZONE components. */
    List<String> zones() {
      return List.copyOf(zones);
    }

    private void head(String line) {
      head.append(line).append("\r\n");
      old |= VERSION_1.matcher(line).matches();
    }
  }

  /** The calendars of a file; empty where there is none. */
  static List<FileCalendar> of(String file) {
    CalendarParts cut = new CalendarParts();
    file.lines().forEach(cut::line);
    cut.endPart();
    return List.copyOf(cut.calendars);
  }

  /**
   * Whether a part hides a zone, or what might be one, between its lines. The library unfolds the
   * rules of those by itself, second by second if they say so, until no memory is left.
   */
  static boolean hidesZone(String part) {
    return FOLD.matcher(part)
        .replaceAll("")
        .lines()
        .filter(line -> BEGIN.matcher(line).matches())
        .map(line -> BORDER.matcher(line.strip()))
        .anyMatch(border -> !border.matches() || border.group(2).equalsIgnoreCase("VTIMEZONE"));
  }

  /** What counts of an answer to an invitation, in lines that go on in no other: no zone does. */
  static String ofAnswer(String text) {
    return FOLD.matcher(text)
        .replaceAll("")
        .lines()
        .map(String::strip)
        .filter(CalendarParts::isOfAnswer)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static boolean isOfAnswer(String line) {
    Matcher border = BORDER.matcher(line);
    if (border.matches()) {
      return AROUND_ANSWERS.contains(border.group(2).toUpperCase(Locale.ROOT));
    }
    Matcher name = NAME.matcher(line);
    return name.matches() && OF_ANSWERS.contains(name.group(1).toUpperCase(Locale.ROOT));
  }

  /** A number for what has none: the same for the same content, whenever it was written down. */
  static String number(String part) {
    String content =
        part.lines().filter(line -> !STAMPS.matcher(line).find()).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)) + "@content";
  }

  /** What a part that can't be read seems to be called; null where it says nothing. */
  static @Nullable String summary(String part) {
    Matcher found = SUMMARY.matcher(part);
    return found.find() && !found.group(1).isBlank() ? found.group(1).strip() : null;
  }

  private void line(String line) {
    Matcher border = BORDER.matcher(line);
    if (!border.matches()) {
      plain(line);
      return;
    }
    String name = border.group(2).toUpperCase(Locale.ROOT);
    if (border.group(1).equalsIgnoreCase("BEGIN")) {
      begin(name, line);
    } else {
      end(name, line);
    }
  }

  private void plain(String line) {
    if (component != null) {
      text.append(line).append("\r\n");
    } else if (calendar != null) {
      calendar.head(line);
    }
  }

  private void begin(String name, String line) {
    if (name.equals(CALENDAR)) {
      endPart();
      calendar = new FileCalendar();
      calendars.add(calendar);
    } else if (component != null && !READ.contains(name)) {
      nested++;
      plain(line);
    } else if (calendar != null) {
      endPart(); // the one before has no end
      component = name;
      plain(line);
    }
  }

  private void end(String name, String line) {
    if (name.equals(CALENDAR)) {
      endPart();
      calendar = null;
    } else if (name.equals(component)) {
      endPart();
    } else if (nested > 0) {
      nested--;
      plain(line);
    }
  }

  private void endPart() {
    if (component != null && calendar != null) {
      text.append("END:").append(component).append("\r\n");
      if (READ.contains(component)) {
        calendar.parts.add(text.toString());
      } else if (component.equals("VTIMEZONE")) {
        calendar.zones.add(text.toString());
      }
    }
    component = null;
    nested = 0;
    text.setLength(0);
  }
}
