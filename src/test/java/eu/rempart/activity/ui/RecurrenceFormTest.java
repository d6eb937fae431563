package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.series.SeriesChange;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.ui.field.SeriesQuestion.Which;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.shell.field.number.WholeNumberField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody says in the form of how often an activity comes again. */
class RecurrenceFormTest extends WithActivities {

  /** A Tuesday, the second one of its month. */
  private static final LocalDate FIRST = LocalDate.of(2031, 3, 11);

  @Autowired private SeriesService series;

  private ActivityId recurring(@Nullable String rule) {
    return activities.create(
        data("Kommt wieder").when(When.on(FIRST)).recurrence(rule).build(), ActivityLinks.NONE);
  }

  private ActivityId edited(@Nullable String rule) {
    ActivityId id = recurring(rule);
    show(ActivityNavigation.details(id));
    click("Edit");
    return id;
  }

  private @Nullable String saved(ActivityId id) {
    click("Save activity");
    if (asks()) {
      saveFor(Which.ALL);
    }
    return now(id).data().recurrence();
  }

  @SuppressWarnings("unchecked")
  private <T> Select<T> picker(String label) {
    return find(Select.class).withCondition(each -> label.equals(each.getLabel())).all().getLast();
  }

  private void choose(String label, String item) {
    Select<Object> select = picker(label);
    select.setValue(
        select
            .getListDataView()
            .getItems()
            .filter(each -> item.equals(select.getItemLabelGenerator().apply(each)))
            .findFirst()
            .orElseThrow());
  }

  private List<String> offered(String label) {
    Select<Object> select = picker(label);
    return select
        .getListDataView()
        .getItems()
        .map(each -> select.getItemLabelGenerator().apply(each))
        .toList();
  }

  private boolean asks() {
    return find(RadioButtonGroup.class).withLabel("What is this for?").exists();
  }

  /** The button of the question, which is above that of the form. */
  @SuppressWarnings("unchecked")
  private void saveFor(Which which) {
    RadioButtonGroup<Which> question =
        find(RadioButtonGroup.class).withLabel("What is this for?").single();
    assertThat(question.getValue()).isEqualTo(Which.ONE);
    question.setValue(which);
    test(find(Button.class).withText("Save activity").all().getLast()).click();
  }

  private WholeNumberField number(String label) {
    return find(WholeNumberField.class).withLabel(label).single();
  }

  @SuppressWarnings("unchecked")
  private CheckboxGroup<DayOfWeek> days() {
    return find(CheckboxGroup.class).single();
  }

  private boolean shows(Class<? extends Component> type, String label) {
    return find(type)
        .withCondition(
            each -> each.isVisible() && label.equals(each.getElement().getProperty("label")))
        .exists();
  }

  @Test
  void everyThirdWeekOnMondaysAndThursdaysTenTimes() {
    ActivityId id = edited(null);
    assertThat(shows(Select.class, "Ends")).isFalse();
    choose("How often", "Every week");
    assertThat(days().getValue()).containsExactly(DayOfWeek.TUESDAY);
    number("Every … weeks").setValue(3);
    days().setValue(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
    choose("Ends", "After a number of times");
    number("How many times").setValue(12);

    assertThat(saved(id)).isEqualTo("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH;COUNT=12");
  }

  @Test
  void theSecondTuesdayOfEachMonthUntilADay() {
    ActivityId id = edited(null);
    choose("How often", "Every month");
    assertThat(offered("On which day")).containsExactly("on the second Tuesday");
    choose("On which day", "on the second Tuesday");
    choose("Ends", "On a day");
    find(DatePicker.class).withLabel("Until").single().setValue(LocalDate.of(2032, 3, 31));

    assertThat(saved(id)).isEqualTo("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20320331");
  }

  @Test
  void weekdaysAndTheEndAreThoseWhereItIsMeant() {
    // a Wednesday in UTC already, as is its last one
    ActivityId id =
        activities.create(
            data("Abends drüben")
                .when(When.at(FIRST.atTime(20, 0), ZoneId.of("America/New_York")))
                .recurrence("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20310910T000000Z")
                .build(),
            ActivityLinks.NONE);
    show(ActivityNavigation.details(id));
    click("Edit");
    assertThat(offered("On which day")).containsExactly("on the second Tuesday");
    number("Every … months").setValue(2);

    assertThat(saved(id)).isEqualTo("FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU;UNTIL=20310909");
  }

  @Test
  void theLastOneIsOfferedWhereItIsTheLast() {
    edited(null);
    find(DatePicker.class).withLabel("Date").all().getLast().setValue(LocalDate.of(2031, 3, 25));
    choose("How often", "Every month");
    assertThat(offered("On which day"))
        .containsExactly("on the fourth Tuesday", "on the last Tuesday");
    find(DatePicker.class).withLabel("Date").all().getLast().setValue(LocalDate.of(2031, 3, 31));
    assertThat(offered("On which day")).containsExactly("on the last Monday");
  }

  @Test
  void whatGoesByTheFirstDayGoesWithIt() {
    ActivityId id = edited("FREQ=MONTHLY;BYDAY=2TU");
    find(DatePicker.class).withLabel("Date").all().getLast().setValue(LocalDate.of(2031, 3, 20));
    assertThat(saved(id)).isEqualTo("FREQ=MONTHLY;BYDAY=3TH");

    ActivityId weekly = edited("FREQ=WEEKLY;INTERVAL=2");
    assertThat(days().getValue()).containsExactly(DayOfWeek.TUESDAY);
    find(DatePicker.class).withLabel("Date").all().getLast().setValue(LocalDate.of(2031, 3, 20));
    assertThat(days().getValue()).containsExactly(DayOfWeek.THURSDAY);
    assertThat(saved(weekly)).isEqualTo("FREQ=WEEKLY;INTERVAL=2");
  }

  @Test
  void whatTheFormDoesNotOfferStaysAsItWasWritten() {
    String foreign = "FREQ=YEARLY;BYMONTH=3;BYDAY=2TU";
    ActivityId id = edited(foreign);
    assertThat(offered("How often")).contains("Every year, on the second Tuesday, in March");
    fill("Subject", "Anders genannt");
    assertThat(saved(id)).isEqualTo(foreign);

    ActivityId same = edited("FREQ=MONTHLY;WKST=SU;BYDAY=TU;BYSETPOS=2;COUNT=5");
    fill("Subject", "Anders genannt");
    assertThat(saved(same)).isEqualTo("FREQ=MONTHLY;WKST=SU;BYDAY=TU;BYSETPOS=2;COUNT=5");
  }

  @Test
  void itStopsToComeAgain() {
    ActivityId id = edited("FREQ=DAILY;INTERVAL=2");
    assertThat(number("Every … days").getValue()).isEqualTo(2);
    picker("How often").clear();
    assertThat(saved(id)).isNull();
  }

  @Test
  void onlyThisOneIsChangedAndTheOthersComeAsBefore() {
    ActivityId id = edited("FREQ=WEEKLY");
    fill("Subject", "Anders genannt");
    click("Save activity");
    saveFor(Which.ONE);

    assertThat(now(id).data().subject()).isEqualTo("Kommt wieder");
    assertThat(now(id).data().when()).isEqualTo(When.on(FIRST.plusWeeks(1)));
    assertThat(now(id).data().recurrence()).isEqualTo("FREQ=WEEKLY");
    assertThat(occurrences(id))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.data().subject()).isEqualTo("Anders genannt");
              assertThat(one.data().when()).isEqualTo(When.on(FIRST));
              assertThat(one.data().recurrence()).isNull();
            });

    click("Undo");
    assertThat(now(id).data().when()).isEqualTo(When.on(FIRST));
    assertThat(occurrences(id)).isEmpty();
  }

  @Test
  void theLastOneOfItsSeriesStandsForItself() {
    ActivityId id = edited("FREQ=WEEKLY;COUNT=1");
    fill("Subject", "Anders genannt");
    click("Save activity");
    saveFor(Which.ONE);

    assertThat(now(id).data().subject()).isEqualTo("Anders genannt");
    assertThat(occurrences(id)).isEmpty();
  }

  @Test
  void whatSomebodyDidMeanwhileIsNotChangedForAllTheOthers() {
    ActivityId id = edited("FREQ=WEEKLY");
    fill("Subject", "Anders genannt");
    series.mark(List.of(id), ActivityStatus.DONE);
    click("Save activity");
    saveFor(Which.ONE);

    assertThat(now(id).data().subject()).isEqualTo("Kommt wieder");
    assertThat(find(Select.class).all()).as("the form is open still").isNotEmpty();
  }

  /** What became of the first one by itself. */
  private List<Activity> occurrences(ActivityId of) {
    return series.told(of, List.of(When.on(FIRST).at())).stream()
        .flatMap(told -> told.changes().stream())
        .map(SeriesChange::instead)
        .toList();
  }
}
