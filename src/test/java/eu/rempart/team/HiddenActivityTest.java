package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.calendar.CalendarEntry;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.Stretch;
import eu.rempart.activity.reminder.ReminderService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.dashboard.DashboardService;
import eu.rempart.dashboard.DoneFigure;
import eu.rempart.dashboard.Slice;
import eu.rempart.exchange.export.ActivityExport;
import eu.rempart.exchange.export.ExportWords;
import eu.rempart.history.RecordRef;
import eu.rempart.recall.RecallService;
import eu.rempart.search.Indexes;
import eu.rempart.shell.Bookmarks;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.timeline.TimelineSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not read an activity, or what it is about, sees neither, whatever way they try. */
class HiddenActivityTest extends WithHiddenRecords {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  @Autowired private ActivityService activities;
  @Autowired private CalendarService calendar;
  @Autowired private ActivityExport calendars;
  @Autowired private ReminderService reminders;
  @Autowired private DashboardService figures;
  @Autowired private List<TimelineSource> timelines;
  @Autowired private RecallService recall;
  @Autowired private Bookmarks bookmarks;

  private final LocalDate today = LocalDate.now(ZONE);
  private ActivityId theirs;

  /** Eve's own, about a person and a firm that she may not know, and her own deal. */
  private ActivityId hers;

  @BeforeEach
  void plan() {
    Indexes.awaitReady(activities::indexState);
    ActivityLinks about = new ActivityLinks(List.of(person), List.of(firm), List.of(own));
    theirs = call("Call " + word, admin().memberId(), about);
    hers = call("Water the garden", eve.memberId(), about);
  }

  private ActivityId call(String subject, java.util.UUID owner, ActivityLinks about) {
    return activities.create(
        ActivityData.builder()
            .kind(ActivityKind.CALL)
            .subject(subject)
            .ownerId(owner)
            .when(When.on(today))
            .status(ActivityStatus.DONE)
            .build(),
        about);
  }

  private static ActivityQuery query(String text) {
    return new ActivityQuery(
        text,
        ActivityFilter.NONE,
        ActivityColumn.SUBJECT,
        false,
        Set.of(ActivityColumn.SUBJECT, ActivityColumn.LINKS),
        ZONE);
  }

  @Test
  void listsCountAndFindOnesOwnAlone() {
    assertThat(activities.page(query(word), 0, 10).total()).as("who may").isPositive();
    assertThat(as(eve, () -> activities.page(query(word), 0, 10)).total()).isZero();
    assertThat(as(eve, () -> activities.page(query(""), 0, 10)).rows())
        .extracting(ActivityRow::id)
        .containsExactly(hers);
    assertThat(as(eve, () -> activities.find(theirs))).isEmpty();
    assertThat(as(eve, () -> activities.findAll(List.of(theirs)))).isEmpty();
    assertThat(as(eve, () -> activities.ids(query(word), 10).toList())).allMatch(List::isEmpty);
    for (GlobalSearch each : searches) {
      assertThat(as(eve, () -> each.find(word, 10))).isEmpty();
    }
  }

  @Test
  void nobodyFindsOrSortsByATimeThatTheyAreNotShown() {
    SignedInMember blind =
        narrowed(Role.MEMBER, without("activity", Map.of("starts_at", FieldRule.HIDDEN)));
    var thatDay =
        new ActivityFilter(
            Set.of(), Set.of(), false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
            today, today, Set.of());
    var query =
        new ActivityQuery(
            word, thatDay, ActivityColumn.SUBJECT, false, Set.of(ActivityColumn.SUBJECT), ZONE);
    assertThat(activities.page(query, 0, 10).total()).isPositive();
    assertThat(as(blind, () -> activities.page(query, 0, 10)).total()).isZero();
  }

  @Test
  void whatItIsAboutIsNotNamedThere() {
    ActivityLinks seen = as(eve, () -> activities.find(hers)).orElseThrow().links();
    assertThat(seen.contacts()).isEmpty();
    assertThat(seen.companies()).isEmpty();
    assertThat(seen.deals()).containsExactly(own);
    assertThat(as(eve, () -> activities.done(ActivityLinks.of(person), 10, Set.of()))).isEmpty();
    assertThat(as(eve, () -> activities.done(ActivityLinks.of(firm), 10, Set.of()))).isEmpty();
  }

  @Test
  void calendarsDaysRemindersFilesAndFiguresLeaveItOut() {
    Stretch day = Stretch.day(today, ZONE);
    assertThat(as(eve, () -> calendar.entries(day, Set.of())))
        .extracting(CalendarEntry::row)
        .extracting(ActivityRow::id)
        .containsExactly(hers);
    var boss = admin().memberId();
    assertThat(as(eve, () -> calendar.entries(day, Set.of(boss)))).isEmpty();
    assertThat(as(eve, () -> calendar.day(boss, ZONE)))
        .satisfies(their -> assertThat(their.due()).isEmpty())
        .satisfies(their -> assertThat(their.overdueInAll()).isZero());
    assertThat(as(eve, () -> reminders.due())).isEmpty();
    assertThat(as(eve, () -> figures.done(Slice.in("EUR"), today, today, ZONE)))
        .containsExactly(new DoneFigure(eve.memberId(), 1));
    String file =
        as(
            eve,
            () -> {
              var out = new ByteArrayOutputStream();
              ExportWords words = new ExportWords(Locale.ENGLISH, key -> key, Map.of(), Map.of());
              calendars.asCalendar(query(""), List.of(), words, out);
              calendars.asCalendar(query(""), List.of(theirs, hers), words, out);
              return out.toString(StandardCharsets.UTF_8);
            });
    assertThat(file).contains("garden").doesNotContain(word);
  }

  @Test
  void ofWhatWasMarkedOrLookedAtBeforeOnesOwnAloneIsNamed() {
    as(
        eve,
        () -> {
          for (ActivityId id : List.of(theirs, hers)) {
            recall.mark(new RecordRef("activity", id.value()), true);
            recall.visited(new RecordRef("activity", id.value()));
          }
          return true;
        });
    assertThat(as(eve, () -> bookmarks.favourites(20)))
        .extracting(GlobalSearch.Hit::title)
        .containsExactly("Water the garden");
    assertThat(as(eve, () -> bookmarks.recent(20)))
        .extracting(GlobalSearch.Hit::title)
        .containsExactly("Water the garden");
  }

  @Test
  void timelinesTellNothingOfIt() {
    for (TimelineSource source : timelines) {
      for (RecordRef ref :
          List.of(
              new RecordRef("contact", person.value()),
              new RecordRef("company", firm.value()),
              new RecordRef("deal", deal.value()))) {
        if (source.isOn(ref.kind())) {
          assertThat(as(eve, () -> source.of(ref.kind(), ref.id()).keys(null, 10)))
              .as("%s of a %s", source.labelKey(), ref.kind())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void itsPageAndItsChangesAreNotThere() {
    as(eve, () -> activities.archive(List.of(theirs)));
    as(eve, () -> activities.mark(List.of(theirs), ActivityStatus.OPEN));
    assertThat(activities.find(theirs).orElseThrow().version()).isEqualTo(1);
    pagesSayNothing("activities/" + theirs, "activities/" + hers, "activities?all=true", "");
    assertThat(sent("activities?all=true")).as("who may is sent it").contains(word);
  }

  @Test
  void whatOneMayOnlyReadHasNoButtonThatChangesIt() {
    act(narrowed(Role.MEMBER, readsAll()));
    open("activities/" + theirs, "");
    assertThat(find(H1.class).single().getText()).isEqualTo("Call " + word);
    for (String button : List.of("Edit", "Archive", "Reopen", "Mark as done", "Call off")) {
      assertThat(shown(button)).as(button).isFalse();
    }
    admin();
    open("activities/" + theirs, "");
    assertThat(shown("Edit")).isTrue();
  }

  private boolean shown(String button) {
    return find(Button.class).withText(button).all().stream().anyMatch(Button::isVisible);
  }
}
