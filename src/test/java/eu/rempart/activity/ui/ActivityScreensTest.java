package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.shell.GlobalSearch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do with activities, from the first line to the archive. */
class ActivityScreensTest extends WithActivities {

  @Test
  void theListBeginsWithWhatIsOpenForMeByTime() {
    activities.create(
        data("Zuletzt").when(When.on(today().plusDays(3))).build(), ActivityLinks.NONE);
    activities.create(
        data("Zuerst").when(When.on(today().minusDays(3))).build(), ActivityLinks.NONE);
    ActivityId done = task("Erledigt");
    activities.mark(List.of(done), ActivityStatus.DONE);
    activities.create(data("Niemandes").ownerId(null).build(), ActivityLinks.NONE);

    show(ActivityNavigation.LIST);

    assertThat(subjects())
        .containsSubsequence("Zuerst", "Zuletzt")
        .doesNotContain("Erledigt", "Niemandes");
    open("activities", "all=true");
    assertThat(subjects()).contains("Erledigt", "Niemandes");
  }

  @Test
  void theListIsFilteredByItsAddressAndSearched() {
    ContactId petra = person("Petra", "Planbar");
    activities.create(
        data("Mühsames Gespräch")
            .kind(ActivityKind.CALL)
            .when(When.on(today().minusDays(2)))
            .build(),
        ActivityLinks.of(petra));
    activities.create(
        data("Mühsames Treffen")
            .kind(ActivityKind.MEETING)
            .when(When.on(today().minusDays(2)))
            .build(),
        ActivityLinks.NONE);

    open("activities", "overdue=true&" + foundBy("Mühsames"));
    assertThat(subjects()).as("a meeting is merely over").containsExactly("Mühsames Gespräch");
    open("activities", "contact=" + petra);
    assertThat(subjects()).containsExactly("Mühsames Gespräch");
    String day = today().minusDays(2).toString();
    open("activities", "from=" + day + "&to=" + day + "&kind=MEETING");
    assertThat(subjects()).contains("Mühsames Treffen").doesNotContain("Mühsames Gespräch");
  }

  @Test
  void anActivityIsDoneCancelledAndReopenedOnItsPage() {
    ActivityId id = task("Wechselhaft");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    assertThat(find(H1.class).single().getText()).isEqualTo("Wechselhaft");

    click("Mark as done");
    assertThat(now(id).data().status()).isEqualTo(ActivityStatus.DONE);
    click("Undo");
    assertThat(now(id).data().status()).isEqualTo(ActivityStatus.OPEN);
    click("Cancel activity");
    assertThat(now(id).data().status()).isEqualTo(ActivityStatus.CANCELLED);
    click("Reopen");
    assertThat(now(id).data().status()).isEqualTo(ActivityStatus.OPEN);
  }

  @Test
  void theListMarksAndArchivesAndTakesItBack() {
    ActivityId id = task("Wegzuräumen");
    open("activities", "all=true&" + foundBy("Wegzuräumen"));
    grid().select(test(grid()).getRow(0));
    click("Mark as done");
    assertThat(now(id).data().status()).isEqualTo(ActivityStatus.DONE);
    grid().select(test(grid()).getRow(0));
    click("Archive");
    assertThat(subjects()).isEmpty();

    click("Undo");
    assertThat(subjects()).containsExactly("Wegzuräumen");
  }

  @Test
  void aPersonsPageShowsWhatIsPlannedAndAddsTheNextOne() {
    ContactId petra = person("Petra", "Pünktlich");
    ActivityId id =
        activities.create(data("Rückruf").kind(ActivityKind.CALL).build(), ActivityLinks.of(petra));
    show(ContactNavigation.details(petra));
    assertThat(links("Rückruf")).isTrue();

    click("Add");
    assertThat(quick().isInvalid()).as("an empty line says what it needs").isTrue();
    test(quick()).setValue("Angebot schicken");
    click("Add");
    assertThat(links("Angebot schicken")).isTrue();

    Button check =
        find(Button.class)
            .withCondition(
                button -> button.getAriaLabel().filter("Mark as done: Rückruf"::equals).isPresent())
            .single();
    test(check).click();
    assertThat(now(id).data().status()).isEqualTo(ActivityStatus.DONE);
    assertThat(links("Rückruf")).as("what was done last stays in sight").isTrue();
  }

  private TextField quick() {
    return find(TextField.class)
        .withCondition(field -> "What comes next?".equals(field.getPlaceholder()))
        .single();
  }

  @Test
  void itsPageLeadsToWhomItIsAboutAndHowToReachThem() {
    ContactId petra =
        contacts.create(
            eu.rempart.contact.ContactData.builder()
                .firstName("Petra")
                .lastName("Rufbereit")
                .phones(
                    List.of(
                        new eu.rempart.common.PhoneEntry(
                            new eu.rempart.common.PhoneNumber("01 70 18 99 00", "+33170189900"),
                            eu.rempart.common.PhoneKind.WORK,
                            true,
                            false,
                            false)))
                .build());
    ActivityId id = activities.create(data("Anruf").build(), ActivityLinks.of(petra));

    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);

    assertThat(links("Petra Rufbereit")).isTrue();
    assertThat(
            find(Anchor.class)
                .withCondition(link -> link.getHref().equals("tel:+33170189900"))
                .exists())
        .isTrue();
  }

  @Test
  void readersSeeAndChangeNothing() {
    ActivityId id = task("Nur lesen");
    actAs(Role.READER);
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Mark as done")).isFalse();
    assertThat(offers("Archive")).isFalse();
    show(ActivityNavigation.LIST);
    assertThat(offers("Add activity")).isFalse();
  }

  @Test
  void activitiesAreFoundInTheSearchOfEveryPage() {
    ActivityId id = task("Stecknadel suchen");

    assertThat(search.find("stecknad", 5).getFirst().hits())
        .extracting(GlobalSearch.Hit::route)
        .contains(ActivityNavigation.details(id));
  }
}
