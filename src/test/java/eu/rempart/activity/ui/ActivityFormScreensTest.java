package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ui.field.RemindersField;
import eu.rempart.activity.ui.field.WhenField;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.part.DraftNotice;
import eu.rempart.shell.tag.TagChips;
import eu.rempart.shell.tag.TagsField;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Unread;
import eu.rempart.tag.TagService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How activities are entered and changed, alone and at the same time. */
class ActivityFormScreensTest extends WithActivities {

  @Autowired private TagService tags;

  @Test
  void aMeetingNeedsASubjectAndATime() {
    show(ActivityNavigation.LIST);
    click("Add activity");
    click("Save activity");
    assertThat(find(TextField.class).withLabel("Subject").single().isInvalid()).isTrue();

    fill("Subject", "Neue Besprechung");
    kind().setValue(ActivityKind.MEETING);
    click("Save activity");
    assertThat(find(WhenField.class).single().isInvalid()).isTrue();

    test(find(DatePicker.class).withLabel("Date").all().getLast()).setValue(today());
    test(find(TimePicker.class).withLabel("Time").single()).setValue(LocalTime.of(14, 30));
    click("Save activity");

    assertThat(subjects()).contains("Neue Besprechung");
  }

  @Test
  void remindersAreAddedAndTakenAwayFiveAtMost() {
    ActivityId id =
        activities.create(data("Mehrfach").reminders(List.of(7, 60)).build(), ActivityLinks.NONE);
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    assertThat(says("7 min before, 1 h before")).isTrue();
    click("Edit");
    RemindersField field = find(RemindersField.class).withLabel("Reminders").single();
    assertThat(field.getValue()).containsExactlyInAnyOrder(7, 60);

    field.setValue(Set.of(0, 5, 7, 10, 15, 30));
    click("Save activity");
    assertThat(field.isInvalid()).isTrue();
    assertThat(field.getErrorMessage()).isEqualTo("There can be 5 reminders at most.");

    field.setValue(Set.of(0, 7, 1_440));
    click("Save activity");
    assertThat(now(id).data().reminders()).containsExactly(0, 7, 1_440);

    click("Edit");
    find(RemindersField.class).withLabel("Reminders").single().setValue(Set.of());
    click("Save activity");
    assertThat(now(id).data().reminders()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<ActivityKind> kind() {
    return find(RadioButtonGroup.class).withLabel("Kind").single();
  }

  @Test
  void aCompanysPageAddsWithTheWholeForm() {
    CompanyId firm = firm("Terminhandel AG");
    show(CompanyNavigation.details(firm));
    click("Add activity");
    fill("Subject", "Jahresgespräch");
    click("Save activity");

    assertThat(links("Jahresgespräch")).isTrue();
    assertThat(activities.open(ActivityLinks.of(firm), 5, ActivityColumn.DEFAULT)).hasSize(1);
  }

  @Test
  void aTagIsMadeInTheFormAndShownInTheHeader() {
    ActivityId id = task("Mit Etikett");
    UUID tag = tags.create("M " + id).id().value();
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    find(TagsField.class).single().setValue(Set.of(tag));
    click("Save activity");
    assertThat(now(id).data().tags()).containsExactly(tag);
    assertThat(find(TagChips.class).single().getElement().getTextRecursively())
        .isEqualTo("M " + id);
    assertThat(find(Button.class).withClassName("star").exists())
        .as("it can be marked, as every record")
        .isTrue();
  }

  @Test
  void ofAConflictOneChoosesFieldByField() {
    ActivityId id = task("Vorher");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    fill("Subject", "Meins");
    Activity before = now(id);
    activities.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().subject("Ihres").place("Kai 7").build(),
        null);
    click("Save activity");

    @SuppressWarnings("unchecked")
    RadioButtonGroup<Object> group =
        find(RadioButtonGroup.class, find(ConflictDialog.class).single()).single();
    group.setValue(group.getListDataView().getItem(1));
    click(t("shell.conflict.save"));

    assertThat(now(id).data().subject()).isEqualTo("Ihres");
    assertThat(now(id).data().place()).isEqualTo("Kai 7");
  }

  @Test
  void aDayThatCanNotBeReadIsNoEmptyOne() {
    ActivityId id = task("Am Tag");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    DatePicker day = find(DatePicker.class).withLabel("Date").all().getFirst();
    Unread.type(day, "tomorow");
    click("Save activity");
    assertThat(now(id).data().when()).isEqualTo(When.on(today()));
    assertThat(day.isInvalid()).isTrue();
    assertThat(day.getErrorMessage()).startsWith("This is not a date. Example: ");

    day.setValue(today().plusDays(1));
    click("Save activity");
    assertThat(now(id).data().when()).isEqualTo(When.on(today().plusDays(1)));
  }

  @Test
  void aTimeThatIsNoneIsRefusedAndAsPeopleWriteItUnderstood() {
    ActivityId id = task("Um drei");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    TimePicker time = find(TimePicker.class).withLabel("Time").single();
    for (String wrong : List.of("25:00", "14:75", "99", "2530", "26h", "-1")) {
      Unread.type(time, wrong);
      assertThat(time.isInvalid()).as(wrong).isTrue();
      click("Save activity");
      assertThat(now(id).data().when()).as(wrong).isEqualTo(When.on(today()));
    }
    assertThat(time.getErrorMessage()).isEqualTo("This is not a time. Example: 14:30");

    Unread.type(time, "14 h 30");
    assertThat(time.getValue()).isEqualTo(LocalTime.of(14, 30));
    click("Save activity");
    assertThat(now(id).data().when()).isEqualTo(When.at(today().atTime(14, 30), Formats.zone()));
  }

  @Test
  void aDraftIsFoundWhereItWasBegunAlone() {
    ContactId anna = person("Anna", "Anfang");
    ContactId bert = person("Bert", "Anderswo");
    show(ContactNavigation.details(anna));
    click("Add activity");
    fill("Subject", "Nur bei Anna");
    sessions.end(current.get().signIn(), SessionEnd.IDLE);
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    for (String other :
        List.of(ActivityNavigation.LIST, ActivityNavigation.CALENDAR, details(bert))) {
      show(other);
      click("Add activity");
      assertThat(subject().getValue()).as(other).isEmpty();
      assertThat(find(DraftNotice.class).exists()).as(other).isFalse();
      click("Cancel");
    }

    show(details(anna));
    click("Add activity");
    assertThat(subject().getValue()).isEqualTo("Nur bei Anna");
    assertThat(find(DraftNotice.class).single().getElement().getOuterHTML())
        .contains(t("activity.draft.new"));
    click("Discard");
    assertThat(subject().getValue()).isEmpty();
    assertThat(find(DraftNotice.class).exists()).isFalse();
    click("Cancel");
    click("Add activity");
    assertThat(subject().getValue()).as("given up").isEmpty();
  }

  private static String details(ContactId id) {
    return ContactNavigation.details(id);
  }

  private TextField subject() {
    return find(TextField.class).withLabel("Subject").single();
  }

  @Test
  void aDayIsTakenAsTheProductWritesIt() {
    ActivityId id = task("Am letzten Tag");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    Unread.type(find(DatePicker.class).withLabel("Date").all().getFirst(), "31 déc. 2031");
    click("Save activity");
    assertThat(now(id).data().when()).isEqualTo(When.on(LocalDate.of(2031, 12, 31)));
  }

  @Test
  void whatOthersSavedStaysThoughBothTogetherAreRefusedFirst() {
    ActivityId id = task("Irgendwann");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    kind().setValue(ActivityKind.MEETING);
    Activity before = now(id);
    activities.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().when(null).place("Kai 7").build(),
        null);
    click("Save activity");
    assertThat(now(id).data().kind()).as("a meeting has a time").isEqualTo(ActivityKind.TASK);

    kind().setValue(ActivityKind.TASK);
    fill("Subject", "Irgendwann einmal");
    click("Save activity");
    assertThat(now(id).data().subject()).isEqualTo("Irgendwann einmal");
    assertThat(now(id).data().when()).as("they took it off the day").isNull();
    assertThat(now(id).data().place()).isEqualTo("Kai 7");
  }

  @Test
  void aFormThatWasLeftIsOfferedAgain() {
    ActivityId id =
        activities.create(
            data("Halbfertig")
                .when(When.at(today().atTime(9, 0), java.time.ZoneId.of("Europe/Paris")))
                .build(),
            ActivityLinks.NONE);
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    fill("Subject", "Fast fertig");
    sessions.end(current.get().signIn(), SessionEnd.IDLE);
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click(t("shell.draft.continue"));

    assertThat(find(TextField.class).withLabel("Subject").all().getLast().getValue())
        .isEqualTo("Fast fertig");
    click("Save activity");
    assertThat(now(id).data().subject()).isEqualTo("Fast fertig");
    assertThat(now(id).data().when())
        .as("a time that nobody touched keeps its zone")
        .isEqualTo(When.at(today().atTime(9, 0), java.time.ZoneId.of("Europe/Paris")));
  }
}
