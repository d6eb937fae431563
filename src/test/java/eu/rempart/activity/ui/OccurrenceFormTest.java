package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ui.field.RecurrenceField;
import eu.rempart.activity.ui.field.SeriesQuestion.Which;
import eu.rempart.activity.value.When;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A later occurrence of a recurring activity is changed in the form, with those that one says. */
class OccurrenceFormTest extends WithActivities {

  private static final LocalDate FIRST = LocalDate.of(2032, 3, 9);
  private static final LocalDate THIRD = FIRST.plusWeeks(2);

  private ActivityId weekly(String subject) {
    return activities.create(
        data(subject).when(When.on(FIRST)).recurrence("FREQ=WEEKLY;BYDAY=TU;COUNT=5").build(),
        ActivityLinks.NONE);
  }

  private void page(ActivityId id, Instant at) {
    open(ActivityNavigation.details(id), "at=" + at.getEpochSecond());
  }

  /** Its form, begun from its third occurrence. */
  private ActivityId edited(String subject) {
    ActivityId id = weekly(subject);
    page(id, When.on(THIRD).at());
    click("Edit this one");
    return id;
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<Which> question() {
    return find(RadioButtonGroup.class).withLabel("What is this for?").single();
  }

  private void saveFor(Which which) {
    click("Save activity");
    assertThat(question().getListDataView().getItems())
        .containsExactly(Which.ONE, Which.FOLLOWING, Which.ALL);
    question().setValue(which);
    test(find(Button.class).withText("Save activity").all().getLast()).click();
  }

  private void move(LocalDate to) {
    find(DatePicker.class).withLabel("Date").all().getLast().setValue(to);
  }

  private List<Activity> called(String subject) {
    var query =
        new ActivityQuery(
            subject,
            ActivityFilter.NONE,
            ActivityColumn.WHEN,
            false,
            Set.of(ActivityColumn.SUBJECT),
            Formats.zone());
    return activities.findAll(
        activities.page(query, 0, 10).rows().stream().map(ActivityRow::id).toList());
  }

  @Test
  void onlyThatOneBecomesAnActivityOfItsOwn() {
    ActivityId id = edited("Einzeln geändert");
    assertThat(find(DatePicker.class).withLabel("Date").all().getLast().getValue())
        .isEqualTo(THIRD);
    assertThat(find(RecurrenceField.class).all()).as("the rule is of all").isEmpty();
    fill("Subject", "Sonderfall Quitte");
    saveFor(Which.ONE);

    assertThat(now(id).data().subject()).isEqualTo("Einzeln geändert");
    assertThat(now(id).data().when()).isEqualTo(When.on(FIRST));
    assertThat(called("Quitte"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.data().when()).isEqualTo(When.on(THIRD));
              assertThat(one.data().recurrence()).isNull();
            });
    assertThat(says("Of this series")).as("it is one of its own now").isFalse();
    click("Undo");
    assertThat(called("Quitte")).isEmpty();
  }

  @Test
  void thatOneAndThoseThatFollowGoOnAsChanged() {
    ActivityId id = edited("Folgende geändert");
    fill("Subject", "Fortan Mispel");
    move(THIRD.plusDays(1));
    saveFor(Which.FOLLOWING);

    assertThat(now(id).data().subject()).isEqualTo("Folgende geändert");
    assertThat(now(id).data().when()).isEqualTo(When.on(FIRST));
    assertThat(called("Mispel"))
        .singleElement()
        .satisfies(
            rest -> {
              assertThat(rest.data().when()).isEqualTo(When.on(THIRD.plusDays(1)));
              assertThat(rest.data().recurrence()).contains("BYDAY=WE").contains("COUNT=3");
            });
  }

  @Test
  void allOfThemAreChangedAsThatOneIs() {
    ActivityId id = edited("Alle geändert");
    fill("Place or link", "Kai 12");
    move(THIRD.plusDays(1));
    saveFor(Which.ALL);

    assertThat(now(id).data().place()).isEqualTo("Kai 12");
    assertThat(now(id).data().when()).isEqualTo(When.on(FIRST.plusDays(1)));
    assertThat(now(id).data().recurrence()).contains("BYDAY=WE");
  }

  @Test
  void whatWasLeftGoesOnAsWhatItWas() {
    ActivityId id = edited("Halb geändert");
    fill("Subject", "Später Schlehe");
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click(t("shell.draft.continue"));
    assertThat(find(TextField.class).withLabel("Subject").all().getLast().getValue())
        .isEqualTo("Später Schlehe");
    saveFor(Which.ONE);
    assertThat(now(id).data().subject()).isEqualTo("Halb geändert");
    assertThat(called("Schlehe")).hasSize(1);
  }

  @Test
  void whatWasBegunOfTheSeriesIsNoneOfThatOneAndStaysUntilSomethingIsTyped() {
    ActivityId id = weekly("Ganze Reihe");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    fill("Subject", "Angefangene Reihe");
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    page(id, When.on(THIRD).at());
    click("Edit this one");
    assertThat(find(TextField.class).withLabel("Subject").all().getLast().getValue())
        .isEqualTo("Ganze Reihe");
    click("Save activity");

    page(id, When.on(THIRD).at());
    click(t("shell.draft.continue"));
    assertThat(find(TextField.class).withLabel("Subject").all().getLast().getValue())
        .isEqualTo("Angefangene Reihe");
  }

  @Test
  void aMomentThatIsNoneOfItsOccurrencesIsPassedOver() {
    ActivityId id = weekly("Ohne Treffer");
    for (String at :
        List.of("1", "x", "99999999999", Long.toString(When.on(FIRST).at().getEpochSecond()))) {
      open(ActivityNavigation.details(id), "at=" + at);
      assertThat(offers("Edit this one")).as(at).isFalse();
      assertThat(offers("Edit")).isTrue();
    }
    page(id, When.on(THIRD).at());
    assertThat(offers("Edit this one")).isTrue();
  }
}
