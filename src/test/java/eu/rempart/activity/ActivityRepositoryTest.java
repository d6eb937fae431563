package eu.rempart.activity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.deal.DealId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActivityRepositoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final ActivityData FULL =
      ActivityData.builder()
          .ownerId(UUID.randomUUID())
          .kind(ActivityKind.CALL)
          .subject("Ask about the sails")
          .when(When.at(LocalDateTime.parse("2026-11-26T14:30"), PARIS))
          .minutes(45)
          .recurrence("FREQ=WEEKLY")
          .reminders(List.of(10, 1_440))
          .status(ActivityStatus.DONE)
          .priority(ActivityPriority.HIGH)
          .direction(CallDirection.INCOMING)
          .place("Quay 7")
          .description("Hemp, not cotton.")
          .externalId("7@example.org")
          .tags(Set.of(UUID.randomUUID()))
          .custom(CustomValues.NONE.with(UUID.randomUUID(), "hemp"))
          .build();

  private TestActivities house;

  @BeforeEach
  void open() throws Exception {
    house = new TestActivities(database);
  }

  private ActivityId insert(ActivityData data, ActivityLinks links) {
    ActivityId id = new ActivityId(UUID.randomUUID());
    house.deals.writes.run(
        Reason.EDIT, change -> house.repository.insert(Map.of(id, new NewActivity(data, links))));
    return id;
  }

  @Test
  void keepsEveryFieldOfANewActivity() throws Exception {
    assertThat(EnumSet.allOf(ActivityField.class))
        .as("the sample fills every field")
        .isEqualTo(ActivityField.changed(ActivityData.EMPTY, FULL));
    DealId deal = house.deals.deal("Sails", house.deals.stage(0));
    ContactId first = house.contact();
    ContactId second = house.contact();
    CompanyId company = house.company();
    var links = new ActivityLinks(List.of(second, first), List.of(company), List.of(deal));

    Activity kept = house.repository.find(insert(FULL, links)).orElseThrow();

    assertThat(kept.data()).isEqualTo(FULL);
    assertThat(kept.links()).isEqualTo(links);
    assertThat(kept.done()).isNotNull();
  }

  @Test
  void changesEveryFieldByItself() {
    ActivityData before =
        ActivityData.builder()
            .kind(ActivityKind.CALL)
            .subject("Before")
            .when(When.on(LocalDate.of(2026, 1, 1)))
            .build();
    ActivityData other = FULL.toBuilder().kind(ActivityKind.MEETING).build();
    for (ActivityField field : ActivityField.values()) {
      ActivityId id = insert(before, ActivityLinks.NONE);
      ActivityData after =
          ActivityField.copy(EnumSet.of(field), field == ActivityField.KIND ? other : FULL, before);

      boolean saved =
          house.deals.writes.inTransaction(
              Reason.EDIT, change -> house.repository.update(id, 1, EnumSet.of(field), after));

      assertThat(saved).as("%s", field).isTrue();
      assertThat(house.repository.find(id).orElseThrow().data()).as("%s", field).isEqualTo(after);
    }
  }

  @Test
  void refusesAVersionThatIsNotTheCurrentOne() {
    ActivityId id = insert(FULL, ActivityLinks.NONE);
    EnumSet<ActivityField> place = EnumSet.of(ActivityField.PLACE);

    assertThat(
            house.deals.writes.<Boolean>inTransaction(
                Reason.EDIT, change -> house.repository.update(id, 2, place, FULL)))
        .isFalse();
  }

  @Test
  void wholeDaysAndWhatHasNoDateComeBackAsTheyWere() {
    When day = When.on(LocalDate.of(2026, 12, 24));
    ActivityId whole = insert(FULL.toBuilder().when(day).minutes(2880).build(), ActivityLinks.NONE);
    ActivityId never =
        insert(FULL.toBuilder().when(null).recurrence(null).build(), ActivityLinks.NONE);

    assertThat(house.repository.find(whole).orElseThrow().data().when()).isEqualTo(day);
    assertThat(house.repository.find(never).orElseThrow().data().when()).isNull();
  }

  @Test
  void rowsHoldWhatWasAskedForInTheOrderOfTheIds() {
    ContactId contact = house.contact();
    ActivityId first = insert(FULL, ActivityLinks.of(contact));
    ActivityId second = insert(FULL, ActivityLinks.NONE);

    List<ActivityRow> rows =
        house.repository.rows(
            List.of(second.value(), UUID.randomUUID(), first.value()),
            ActivityColumn.fieldsOf(EnumSet.of(ActivityColumn.SUBJECT)),
            true);

    assertThat(rows).extracting(ActivityRow::id).containsExactly(second, first);
    assertThat(rows.getLast().links().contacts()).containsExactly(contact);
    assertThat(rows.getFirst().shown())
        .isEqualTo(
            ActivityData.builder()
                .kind(ActivityKind.CALL)
                .status(ActivityStatus.DONE)
                .subject(FULL.subject())
                .when(FULL.when())
                .build());
  }

  @Test
  void whatIsOpenComesByTimeAndWhatIsDoneTheLastFirst() throws Exception {
    ContactId contact = house.contact();
    ActivityLinks about = ActivityLinks.of(contact);
    ActivityData open = FULL.toBuilder().status(ActivityStatus.OPEN).recurrence(null).build();
    ActivityId undated = insert(open.toBuilder().when(null).build(), about);
    ActivityId later =
        insert(open.toBuilder().when(When.on(LocalDate.of(2030, 1, 1))).build(), about);
    ActivityId sooner = insert(open, about);
    insert(open, ActivityLinks.of(house.contact()));
    ActivityId done = insert(FULL, about);

    assertThat(house.as(Role.READER, () -> house.activities.open(about, 9, ActivityColumn.DEFAULT)))
        .extracting(ActivityRow::id)
        .containsExactly(sooner, later, undated);
    assertThat(house.as(Role.READER, () -> house.activities.done(about, 9, ActivityColumn.DEFAULT)))
        .extracting(ActivityRow::id)
        .containsExactly(done);
  }

  @Test
  void whenSomethingWasDoneFollowsFromItsStatus() {
    Instant longAgo = Instant.parse("2025-01-01T10:00:00Z");
    ActivityId id = new ActivityId(UUID.randomUUID());
    house.deals.writes.run(
        Reason.IMPORT,
        change ->
            house.repository.insert(
                Map.of(id, new NewActivity(FULL, ActivityLinks.NONE, longAgo, null))));
    assertThat(house.repository.find(id).orElseThrow().done())
        .isEqualTo(new Activity.Done(longAgo, FULL.ownerId()));

    house.deals.writes.run(
        Reason.EDIT, change -> house.repository.update(List.of(id.value()), ActivityStatus.OPEN));
    assertThat(house.repository.find(id).orElseThrow().done()).isNull();

    Instant before = Instant.now().minusSeconds(60);
    house.deals.writes.run(
        Reason.EDIT, change -> house.repository.update(List.of(id.value()), ActivityStatus.DONE));
    assertThat(house.repository.find(id).orElseThrow().done())
        .satisfies(done -> assertThat(done.at()).isAfter(before));
  }
}
