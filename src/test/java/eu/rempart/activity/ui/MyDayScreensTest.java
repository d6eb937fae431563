package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.shell.text.Formats;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "My day" on the first screen: what is late, what is due, what has its hour. */
class MyDayScreensTest extends WithActivities {

  @Autowired private MeetingService meetings;
  @Autowired private AttendeeService attendees;

  /** Somebody with nothing to do yet, whose page it is. */
  private SignedInMember me;

  @BeforeEach
  void aNewMember() {
    me = act(join(Role.MEMBER));
  }

  private ActivityId keep(ActivityDataBuilder data) {
    return activities.create(data.build(), ActivityLinks.NONE);
  }

  private ActivityDataBuilder at(String subject, int hour) {
    return data(subject)
        .kind(ActivityKind.MEETING)
        .when(When.at(today().atTime(hour, 0), Formats.zone()));
  }

  private Optional<Section> card(String title) {
    Div day = find(Div.class).withClassName("my-day").single();
    return find(Section.class, day).all().stream()
        .filter(
            section ->
                find(H2.class, section).all().stream()
                    .anyMatch(head -> head.getText().equals(title)))
        .findFirst();
  }

  private Section hours() {
    return card(Formats.weekday(today())).orElseThrow();
  }

  private Section due() {
    return card("To do today").orElseThrow();
  }

  private List<String> lines(Component card) {
    return find(Anchor.class, card).all().stream()
        .filter(link -> link.getHref().startsWith("activities/"))
        .map(Anchor::getText)
        .toList();
  }

  private void press(String label) {
    test(find(Button.class)
            .withCondition(button -> button.getAriaLabel().filter(label::equals).isPresent())
            .single())
        .click();
  }

  @Test
  void anEmptyDaySaysSo() {
    show("");
    assertThat(card("1 overdue")).isEmpty();
    assertThat(find(Paragraph.class, due()).all())
        .extracting(Paragraph::getText)
        .containsExactly("Nothing more to do today.");
    assertThat(find(Paragraph.class, hours()).all())
        .extracting(Paragraph::getText)
        .containsExactly("No meetings or calls at a fixed time.");
  }

  @Test
  void whatIsLateWhatIsDueAndWhatHasItsHourStandApart() {
    keep(data("Längst fällig").when(When.on(today().minusDays(9))));
    keep(data("Seit gestern").when(When.on(today().minusDays(1))));
    keep(
        data("Treffen von gestern").kind(ActivityKind.MEETING).when(When.on(today().minusDays(1))));
    keep(data("Heute fällig"));
    keep(data("Schon erledigt").status(ActivityStatus.DONE));
    keep(data("Morgen erst").when(When.on(today().plusDays(1))));
    keep(data("Fremd").ownerId(admin().memberId()));
    act(me);
    keep(at("Spät", 23));
    keep(at("Früh", 0));
    keep(at("Abgesagt", 12).status(ActivityStatus.CANCELLED));

    show("");

    assertThat(lines(card("2 overdue").orElseThrow()))
        .containsExactly("Längst fällig", "Seit gestern");
    assertThat(lines(due())).containsExactly("Heute fällig");
    assertThat(lines(hours())).containsExactly("Früh", "Spät");
  }

  @Test
  void aWeeklyMeetingLeadsToTheOneOfToday() {
    When last = When.at(today().minusDays(7).atTime(23, 0), Formats.zone());
    ActivityId id = keep(at("Jour fixe", 23).when(last).recurrence("FREQ=WEEKLY"));
    show("");

    assertThat(lines(hours())).containsExactly("Jour fixe");
    assertThat(find(Anchor.class, hours()).all())
        .extracting(Anchor::getHref)
        .containsExactly(
            ActivityNavigation.occurrence(id, When.at(today().atTime(23, 0), Formats.zone()).at()));
    assertThat(find(Button.class, hours()).exists()).as("it is marked there").isFalse();
  }

  @Test
  void whatIsDoneStaysInItsPlaceUntilThePageIsOpenedAgain() {
    ActivityId late = keep(data("Rückstand").when(When.on(today().minusDays(2))));
    ActivityId due = keep(data("Aufgabe"));
    ActivityId next = keep(data("Die nächste"));
    show("");

    press("Mark as done: Rückstand");
    assertThat(now(late).data().status()).isEqualTo(ActivityStatus.DONE);
    assertThat(lines(card("1 overdue").orElseThrow())).containsExactly("Rückstand");

    List<String> before = lines(due());
    press("Mark as done: Aufgabe");
    assertThat(now(due).data().status()).isEqualTo(ActivityStatus.DONE);
    assertThat(lines(due())).as("a second click meets no other").isEqualTo(before);
    press("Reopen: Aufgabe");
    press("Mark as done: Aufgabe");
    assertThat(now(next).data().status()).isEqualTo(ActivityStatus.OPEN);
    show("");
    assertThat(card("1 overdue")).isEmpty();
    assertThat(lines(due())).containsExactly("Die nächste");

    press("Mark as done: Die nächste");
    click("Undo");
    assertThat(now(next).data().status()).isEqualTo(ActivityStatus.OPEN);
    press("Mark as done: Die nächste");
  }

  @Test
  void ofMuchThatIsLateTenAreShownAndTheListHasTheRest() {
    for (int i = 0; i < 12; i++) {
      keep(data("Spät " + i).when(When.on(today().minusDays(1 + i))));
    }
    show("");

    Section card = card("12 overdue").orElseThrow();
    assertThat(lines(card)).hasSize(10).startsWith("Spät 11");
    assertThat(find(Anchor.class, card).all())
        .extracting(Anchor::getHref)
        .contains("activities?overdue=true&owner=" + me.memberId());
  }

  @Test
  void aLineIsEnoughToWriteDownWhatIsDueToday() {
    show("");
    TextField line = find(TextField.class, due()).single();
    click("Add");
    assertThat(line.isInvalid()).isTrue();
    test(line).setValue("Schnell notiert");
    click("Add");
    assertThat(lines(due())).containsExactly("Schnell notiert");
  }

  @Test
  void aMeetingThatOneIsAskedToStandsInTheDayUntilOneSaysNo() {
    admin();
    ActivityId id =
        meetings.create(
            new MeetingService.Typed(
                at("Eingeladen", 23).ownerId(current.id()).build(),
                ActivityLinks.NONE,
                new Attendees(List.of(), List.of(me.memberId()), List.of())));
    act(me);
    show("");
    assertThat(lines(hours())).containsExactly("Eingeladen");

    attendees.answer(id, Answer.DECLINED);
    show("");
    assertThat(lines(hours())).isEmpty();
  }

  @Test
  void aReaderMarksAndAddsNothing() {
    keep(data("Aufgabe"));
    actAs(Role.READER);
    show("");
    assertThat(find(TextField.class, due()).exists()).isFalse();
    assertThat(
            find(Button.class)
                .withCondition(button -> button.getAriaLabel().orElse("").startsWith("Mark as"))
                .exists())
        .isFalse();
  }
}
