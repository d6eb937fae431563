package eu.rempart.shell.calendar;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.dom.DomEvent;
import eu.rempart.shell.text.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Days, a week, a month or a list of what happens when. It shows local times and tells local times
 * back; it moves nothing by itself. It tells which days are seen, and is given what lies there.
 */
@Tag("rempart-calendar")
@JsModule("./components/rempart-calendar.ts")
@StyleSheet("styles/calendar.css")
@NpmPackage(value = "@fullcalendar/core", version = "6.1.20") // calendars; MIT
@NpmPackage(value = "@fullcalendar/daygrid", version = "6.1.20") // months; MIT
@NpmPackage(value = "@fullcalendar/timegrid", version = "6.1.20") // days and weeks; MIT
@NpmPackage(value = "@fullcalendar/list", version = "6.1.20") // the agenda; MIT
@NpmPackage(value = "@fullcalendar/interaction", version = "6.1.20") // dragging; MIT
public final class CalendarPane extends Component {

  private static final long serialVersionUID = 1L;

  /** Days of the agenda, as {@code rempart-calendar.ts} has them. */
  public static final int DAYS_AHEAD = 30;

  /** Longer than any way of looking shows at once, whatever a browser asks for. */
  private static final int MOST_DAYS = 400;

  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9_998;

  /** Ways to look at time. */
  public enum Way {
    DAY("timeGridDay"),
    WEEK("timeGridWeek"),
    MONTH("dayGridMonth"),
    AGENDA("listAhead");

    private final String name;

    Way(String name) {
      this.name = name;
    }
  }

  /**
   * Something that happens.
   *
   * @param key what tells it from all others
   * @param slot when
   * @param tone 0 to 7
   * @param kind a word for its class: task, call, meeting
   * @param movable whether it may be dragged
   * @param href path of its page, without a leading slash
   * @param words what is read out in place of the title
   */
  public record Entry(
      String key,
      String title,
      Slot slot,
      int tone,
      String kind,
      boolean done,
      boolean late,
      boolean movable,
      String href,
      String words) {

    /** Titles are customer data. */
    @Override
    public String toString() {
      return "Entry[" + key + "]";
    }
  }

  /**
   * A stretch of local time.
   *
   * @param end the first moment after it; of whole days a midnight, as is the start
   */
  public record Slot(LocalDateTime start, LocalDateTime end, boolean allDay) {}

  private final Map<String, Entry> shown = new HashMap<>();

  /**
   * An empty calendar.
   *
   * @param none the sentence for an agenda without entries
   */
  public CalendarPane(String none) {
    String language = Texts.locale().getLanguage();
    getElement().setProperty("locale", language.equals("en") ? "en-gb" : language);
    getElement().setProperty("more", t("shell.calendar.more"));
    getElement().setProperty("none", none);
  }

  /** Shows these days; what lies there is asked for by {@link #onRange}. */
  public void show(Way way, LocalDate day) {
    getElement().setProperty("day", day.toString());
    getElement().setProperty("view", way.name);
  }

  /**
   * Shows what lies in the days that are seen.
   *
   * @param now the local time of whoever looks
   */
  public void setEntries(List<Entry> entries, LocalDateTime now) {
    shown.clear();
    entries.forEach(entry -> shown.put(entry.key(), entry));
    getElement().setProperty("now", text(now));
    getElement().setPropertyList("entries", entries.stream().map(Sent::of).toList());
  }

  /** Calls back with the first day that is seen and the one after the last. */
  public void onRange(BiConsumer<LocalDate, LocalDate> range) {
    getElement()
        .addEventListener(
            "range-shown",
            event -> {
              try {
                LocalDate from = LocalDate.parse(detail(event, "from"));
                LocalDate to = LocalDate.parse(detail(event, "to"));
                LocalDate last = last(from);
                if (last != null && to.isAfter(from)) {
                  range.accept(from, to.isAfter(last) ? last : to);
                }
              } catch (DateTimeParseException _) {
                // no calendar of ours says so: there is nothing to show
                setEntries(List.of(), LocalDateTime.now(java.time.ZoneOffset.UTC));
              }
            })
        .addEventData("event.detail.from")
        .addEventData("event.detail.to");
  }

  /** The last day that is asked for with this one; null where nobody looks at such days. */
  private static @Nullable LocalDate last(LocalDate from) {
    return from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR
        ? null
        : from.plusDays(MOST_DAYS);
  }

  /** Calls back with an entry that is to be opened. */
  public void onOpen(Consumer<Entry> open) {
    getElement()
        .addEventListener(
            "entry-opened",
            event -> {
              Entry entry = shown.get(detail(event, "key"));
              if (entry != null) {
                open.accept(entry);
              }
            })
        .addEventData("event.detail.key");
  }

  /** Lets entries be moved and stretched, and free time be chosen. */
  public void setWritable(BiConsumer<Entry, Slot> moved, Consumer<Slot> chosen) {
    getElement().setProperty("writes", true);
    getElement()
        .addEventListener(
            "entry-moved",
            event -> {
              Entry entry = shown.get(detail(event, "key"));
              if (entry != null && entry.movable()) { // a key that is not shown is nobody's to move
                slot(event, slot -> moved.accept(entry, slot));
              }
            })
        .addEventData("event.detail.key")
        .addEventData("event.detail.start")
        .addEventData("event.detail.end")
        .addEventData("event.detail.allDay");
    getElement()
        .addEventListener("slot-chosen", event -> slot(event, chosen))
        .addEventData("event.detail.start")
        .addEventData("event.detail.end")
        .addEventData("event.detail.allDay");
  }

  private static void slot(DomEvent event, Consumer<Slot> to) {
    boolean allDay = event.getEventData().get("event.detail.allDay").asBoolean();
    LocalDateTime start;
    LocalDateTime end;
    try {
      start = time(detail(event, "start"));
      end = detail(event, "end").isEmpty() ? start : time(detail(event, "end"));
    } catch (DateTimeParseException _) {
      return; // no calendar of ours says so
    }
    to.accept(new Slot(start, end.isBefore(start) ? start : end, allDay));
  }

  private static LocalDateTime time(String text) {
    return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
  }

  private static String detail(DomEvent event, String name) {
    return event.getEventData().get("event.detail." + name).asString();
  }

  private static String text(LocalDateTime time) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(time);
  }

  private record Sent(
      String key,
      String title,
      String start,
      String end,
      boolean allDay,
      int tone,
      String kind,
      boolean done,
      boolean late,
      boolean movable,
      String href,
      String words) {

    static Sent of(Entry entry) {
      Slot slot = entry.slot();
      return new Sent(
          entry.key(),
          entry.title(),
          slot.allDay() ? slot.start().toLocalDate().toString() : text(slot.start()),
          slot.allDay() ? slot.end().toLocalDate().toString() : text(slot.end()),
          slot.allDay(),
          entry.tone(),
          entry.kind(),
          entry.done(),
          entry.late(),
          entry.movable(),
          entry.href(),
          entry.words());
    }
  }
}
