package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.Stretch;
import eu.rempart.activity.ui.field.KindField;
import eu.rempart.activity.ui.field.QuickAdd;
import eu.rempart.activity.ui.field.SeriesQuestion.Which;
import eu.rempart.activity.ui.field.WhenField;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.When;
import eu.rempart.team.WithNarrowedMembers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is not shown when something is, or may not say it, works with all the rest of it. */
class NarrowedTimesTest extends WithNarrowedMembers {

  private static final LocalDate DAY = LocalDate.of(2031, 3, 4);

  @Autowired private ActivityService activities;
  @Autowired private ManyActivitiesService many;
  @Autowired private CalendarService calendar;
  @Autowired private DSLContext dsl;

  private ActivityId kept(ActivityKind kind, @Nullable String recurrence) {
    return activities.create(
        ActivityData.builder()
            .kind(kind)
            .subject("Of everybody")
            .ownerId(admin().memberId())
            .when(When.on(DAY))
            .direction(CallDirection.OUTGOING)
            .recurrence(recurrence)
            .build(),
        ActivityLinks.NONE);
  }

  private SignedInMember without(String column, FieldRule rule) {
    return narrowed(Role.MEMBER, without("activity", Map.of(column, rule)));
  }

  private void edit(SignedInMember who, ActivityId id) {
    act(who);
    open(ActivityNavigation.details(id), "");
    click("Edit");
  }

  @SuppressWarnings("unchecked")
  private void saveForAll() {
    RadioButtonGroup<Which> which =
        find(RadioButtonGroup.class).withLabel("What is this for?").single();
    which.setValue(Which.ALL);
    confirm();
  }

  private ActivityData now(ActivityId id) {
    admin();
    return activities.find(id).orElseThrow().data();
  }

  private ActivityData newest() {
    UUID id =
        dsl.fetchSingle("SELECT id FROM activity ORDER BY created_at DESC LIMIT 1")
            .get(0, UUID.class);
    return now(new ActivityId(id));
  }

  @ParameterizedTest
  @EnumSource(FieldRule.class)
  void aMeetingKeepsItsTime(FieldRule rule) {
    ActivityId id = kept(ActivityKind.MEETING, "FREQ=WEEKLY");
    edit(without("starts_at", rule), id);
    fill("Subject", "Renamed");
    click("Save activity");
    if (rule == FieldRule.READ_ONLY) {
      saveForAll(); // who sees its time is asked for which
    }

    assertThat(now(id).subject()).isEqualTo("Renamed");
    assertThat(now(id).when()).isEqualTo(When.on(DAY));
    assertThat(now(id).recurrence()).isEqualTo("FREQ=WEEKLY");
  }

  @Test
  void manyMeetingsKeepTheirTimes() {
    ActivityId id = kept(ActivityKind.MEETING, "FREQ=WEEKLY");
    SignedInMember eve = without("starts_at", FieldRule.HIDDEN);
    Activity seen = as(eve, () -> activities.find(id)).orElseThrow();

    Set<ActivityId> stale =
        as(
            eve,
            () ->
                many.saveAll(
                    Map.of(seen, seen.data().toBuilder().priority(ActivityPriority.HIGH).build())));

    assertThat(stale).isEmpty();
    Activity then = as(eve, () -> activities.find(id)).orElseThrow();
    ActivityData shorter = then.data().toBuilder().minutes(30).build();
    assertThat(as(eve, () -> many.keepable(Map.of(then, shorter))))
        .as("of a whole day, which is not shown")
        .isEmpty();
    ActivityData placed = then.data().toBuilder().place("Room 5").build();
    assertThat(as(eve, () -> many.keepable(Map.of(then, placed)))).containsExactly(then);
    assertThat(now(id).priority()).isEqualTo(ActivityPriority.HIGH);
    assertThat(now(id).when()).isEqualTo(When.on(DAY));
  }

  @Test
  void whoIsNotShownTheRuleMovesWhatRecurs() {
    ActivityId id = kept(ActivityKind.TASK, "FREQ=DAILY");
    edit(without("recurrence", FieldRule.HIDDEN), id);
    find(DatePicker.class).withLabel("Date").single().setValue(DAY.plusDays(1));
    click("Save activity");

    assertThat(now(id).when()).isEqualTo(When.on(DAY.plusDays(1)));
    assertThat(now(id).recurrence()).isEqualTo("FREQ=DAILY");
    assertThat(
            dsl.fetchSingle(
                    "SELECT series_start = starts_at FROM activity WHERE id = ?", id.value())
                .get(0, Boolean.class))
        .isTrue();
  }

  @Test
  void whatNoTimeCanBeSaidOfBecomesNoMeeting() {
    act(without("starts_at", FieldRule.READ_ONLY));
    open(ActivityNavigation.LIST, "");
    click("Add activity");

    KindField kind = find(KindField.class).single();
    assertThat(find(WhenField.class).single().isReadOnly()).isTrue();
    assertThat(kind.getItemEnabledProvider().test(ActivityKind.MEETING)).isFalse();
    assertThat(kind.getItemEnabledProvider().test(ActivityKind.CALL)).isTrue();
    assertThat(kind.getHelperText()).contains("A meeting needs a time");
    fill("Subject", "Without a time");
    click("Save activity");

    assertThat(newest().subject()).isEqualTo("Without a time");
    assertThat(newest().when()).isNull();
  }

  @Test
  void aTimeThatOnesFormHidesIsSaidToBeMissing() {
    ActivityId id = kept(ActivityKind.TASK, null);
    Activity known = activities.find(id).orElseThrow();
    activities.save(
        id, known.version(), known.data(), known.data().toBuilder().when(null).build(), null);
    edit(without("starts_at", FieldRule.HIDDEN), id);
    find(KindField.class).single().setValue(ActivityKind.MEETING);
    click("Save activity");

    assertThat(says("When: Please fill this in. Your role does not show you this field")).isTrue();
    assertThat(now(id).kind()).isEqualTo(ActivityKind.TASK);
  }

  @Test
  void whatIsWrittenDownInOneLineHasNoTimeEither() {
    act(
        narrowed(
            Role.MEMBER,
            without(
                "activity",
                Map.of("starts_at", FieldRule.READ_ONLY, "kind", FieldRule.READ_ONLY))));
    open("", "");
    QuickAdd line = find(QuickAdd.class).single();
    assertThat(find(DatePicker.class, line).exists()).isFalse();
    find(TextField.class, line).single().setValue("In one line");
    test(find(Button.class, line).single()).click();

    assertThat(newest().subject()).isEqualTo("In one line");
    assertThat(newest().when()).isNull();
    assertThat(newest().kind()).isEqualTo(ActivityKind.TASK);
  }

  @Test
  void whoMayNotSayTheDirectionMakesATaskOfACall() {
    ActivityId id = kept(ActivityKind.CALL, null);
    edit(without("direction", FieldRule.READ_ONLY), id);
    find(KindField.class).single().setValue(ActivityKind.TASK);
    click("Save activity");

    assertThat(now(id).kind()).isEqualTo(ActivityKind.TASK);
    assertThat(now(id).direction()).isNull();
  }

  @Test
  void theCalendarShowsNoTimesThatAreHiddenAndSaysWhyNothingIsAdded() {
    kept(ActivityKind.MEETING, "FREQ=DAILY");
    Stretch later = Stretch.day(DAY.plusDays(3), ZoneOffset.UTC);
    assertThat(calendar.entries(later, List.of())).isNotEmpty();
    SignedInMember eve = without("starts_at", FieldRule.HIDDEN);
    assertThat(as(eve, () -> calendar.entries(later, List.of()))).isEmpty();

    act(eve);
    open("calendar", "");
    click("Add activity");
    assertThat(says("Your role does not let you set when activities are.")).isTrue();
    assertThat(find(KindField.class).exists()).isFalse();
  }
}
