package eu.rempart.activity.calendar.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.activity.calendar.CalendarEntry;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.Stretch;
import eu.rempart.activity.ui.ActivityEditor;
import eu.rempart.activity.ui.ActivityNavigation;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.calendar.CalendarPane;
import eu.rempart.shell.calendar.CalendarPane.Entry;
import eu.rempart.shell.calendar.CalendarPane.Slot;
import eu.rempart.shell.calendar.CalendarPane.Way;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Activities by day, week, month, and as an agenda; moved and stretched by dragging. */
@StyleSheet("styles/activities.css")
@Route(value = ActivityNavigation.CALENDAR, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class CalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** By this name what is begun here is found again here. */
  private static final String PLACE = "calendar";

  private final transient CalendarService calendar;
  private final transient CalendarMoving moving;
  private final transient ActivityEditor editor;
  private final transient CurrentMember member;
  private final transient Map<UUID, String> members;
  private final transient Map<String, CalendarEntry> shown = new HashMap<>();
  private final ZoneId zone = Formats.zone();
  private final CalendarPane pane = new CalendarPane(t("activity.calendar.none"));
  private final Paragraph many = new Paragraph(t("activity.calendar.many", CalendarService.MOST));
  private final CalendarHead head;
  private transient CalendarUrl url;
  private transient @Nullable Stretch seen;

  CalendarView(
      CalendarService calendar,
      CalendarMoving moving,
      CalendarTools tools,
      ActivityEditor editor,
      MemberNames names,
      CurrentMember member) {
    this.calendar = calendar;
    this.moving = moving;
    this.editor = editor;
    this.member = member;
    this.members = names.all();
    this.url = new CalendarUrl(Way.MONTH, LocalDate.now(zone), Set.of(member.id()));
    addClassName("calendar-view");
    prepareCalendar();
    many.setVisible(false);
    many.addClassName("record-indexing");
    many.getElement().setAttribute("role", "status");
    head =
        new CalendarHead(
            members,
            this::go,
            tools.buttons(this::load),
            member.may(Right.WRITE_RECORDS, "activity") ? () -> create(null) : null);
    add(head, many, pane);
  }

  private void prepareCalendar() {
    pane.onRange(
        (from, to) -> {
          seen = new Stretch(from, to, zone);
          load();
        });
    pane.onOpen(entry -> known(entry).ifPresent(CalendarView::open));
    if (member.may(Right.WRITE_RECORDS, "activity")) {
      pane.setWritable(this::move, this::create);
    }
  }

  private static void open(CalendarEntry entry) {
    if (entry.isComing()) {
      ActivityNavigation.openOccurrence(entry.row().id(), entry.when().at());
    } else {
      ActivityNavigation.open(entry.row().id());
    }
  }

  private Optional<CalendarEntry> known(Entry entry) {
    return Optional.ofNullable(shown.get(entry.key()));
  }

  private void load() {
    Stretch stretch = seen;
    if (stretch == null) {
      return;
    }
    List<CalendarEntry> entries = calendar.entries(stretch, url.owners());
    shown.clear();
    entries.forEach(entry -> shown.put(entry.key(), entry));
    CalendarEntries texts = entries();
    Instant now = Instant.now();
    pane.setEntries(
        entries.stream().map(entry -> texts.entry(entry, now)).toList(), LocalDateTime.now(zone));
    many.setVisible(entries.size() >= CalendarService.MOST);
  }

  private CalendarEntries entries() {
    return new CalendarEntries(
        zone,
        members,
        owner -> !fixes("starts_at") && member.may(Right.WRITE_RECORDS, "activity", owner),
        fixes("minutes"));
  }

  /** Whether whoever looks at it may not fill this in. */
  private boolean fixes(String column) {
    return member.rights().fixed("activity").contains(column);
  }

  private void move(Entry entry, Slot slot) {
    CalendarEntries texts = entries();
    known(entry)
        .ifPresent(
            it -> {
              if (texts.isMove(it, slot)) {
                moving.move(it, data -> texts.moved(data, slot), this::load);
              } else {
                Notices.error(t("activity.calendar.refused"));
                load();
              }
            });
  }

  private void create(@Nullable Slot slot) {
    var start = editor.start().build();
    if (fixes("starts_at")) {
      Notices.error(t("activity.calendar.fixed"));
      return;
    }
    if (slot != null) {
      editor.createAt(PLACE, entries().chosen(start, slot), _ -> load());
      return;
    }
    LocalDateTime nine = url.day().atTime(LocalTime.of(9, 0));
    Slot morning = new Slot(nine, nine.plusMinutes(30), false);
    editor.createOn(PLACE, entries().chosen(start, morning), _ -> load());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (Phone.isSmall(event.getUI())) { // a seventh of a phone shows no words
      url = url.as(Way.AGENDA, LocalDate.now(zone));
    }
    url = CalendarUrl.parse(event.getLocation().getQueryParameters(), url);
    show();
  }

  private void go(CalendarUrl to) {
    boolean others = !to.owners().equals(url.owners());
    url = to;
    show();
    if (others) {
      load();
    }
    ListPlace.say(new Location(ActivityNavigation.CALENDAR, url.parameters()));
  }

  private void show() {
    head.show(url);
    pane.show(url.way(), url.day());
  }

  @Override
  public String getPageTitle() {
    return t("activity.calendar.title");
  }
}
