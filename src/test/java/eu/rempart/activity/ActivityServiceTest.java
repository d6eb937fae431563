package eu.rempart.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ActivityData CALL =
      ActivityData.builder()
          .kind(ActivityKind.CALL)
          .subject("Ask about the roof")
          .when(When.on(LocalDate.of(2026, 11, 27)))
          .build();

  private TestActivities house;
  private ActivityService activities;

  @BeforeEach
  void open() throws Exception {
    house = new TestActivities(database);
    activities = house.activities;
  }

  private ActivityId call(ActivityLinks about) throws Exception {
    return house.as(Role.MEMBER, () -> activities.create(CALL, about));
  }

  private void refused(Role role, Callable<?> work) {
    assertThatThrownBy(() -> house.as(role, work))
        .as("%s", role)
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void aCallThatIsDoneWasMadeNowUnlessItStoodBefore() throws Exception {
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (@Nullable When when : Arrays.asList(null, When.on(tomorrow))) {
      ActivityData planned = CALL.toBuilder().when(when).build();
      ActivityId id = house.as(Role.MEMBER, () -> activities.create(planned, ActivityLinks.NONE));
      UUID change = house.as(Role.MEMBER, () -> activities.mark(List.of(id), ActivityStatus.DONE));
      assertThat(Objects.requireNonNull(house.now(id).data().when()).at())
          .isBetween(begun, Instant.now());
      house.as(
          Role.MEMBER,
          () -> {
            activities.undo(change, List.of(id));
            return id;
          });
      assertThat(house.now(id).data().when()).isEqualTo(when);
    }

    ActivityData past = CALL.toBuilder().when(When.on(tomorrow.minusDays(9))).build();
    ActivityData task = CALL.toBuilder().kind(ActivityKind.TASK).when(When.on(tomorrow)).build();
    for (ActivityData kept : List.of(past, task)) {
      ActivityId id = house.as(Role.MEMBER, () -> activities.create(kept, ActivityLinks.NONE));
      house.as(Role.MEMBER, () -> activities.mark(List.of(id), ActivityStatus.DONE));
      assertThat(house.now(id).data().when()).isEqualTo(kept.when());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MEMBER", "MANAGER", "ADMINISTRATOR"})
  void whoeverWritesCreatesChangesMarksAndArchives(Role role) throws Exception {
    ActivityId id = house.as(role, () -> activities.create(CALL, ActivityLinks.NONE));
    ActivityData renamed = CALL.toBuilder().subject("Ask about the gutters").build();

    assertThat(house.as(role, () -> activities.save(id, 1, CALL, renamed, null)))
        .isInstanceOf(SaveResult.Saved.class);
    house.as(role, () -> activities.mark(List.of(id), ActivityStatus.DONE));
    assertThat(house.now(id).data().status()).isEqualTo(ActivityStatus.DONE);
    assertThat(KeptTables.ACTIVITY.versionsOf(database.app(), id.value())).hasSize(3);

    house.as(role, () -> activities.archive(List.of(id)));
    assertThat(house.as(Role.READER, () -> activities.find(id))).isEmpty();
    assertThat(house.as(role, () -> activities.save(id, 3, renamed, CALL, null)))
        .isInstanceOf(SaveResult.Gone.class);
  }

  @Test
  void readerChangesNothingAndEngineerReachesNothing() throws Exception {
    ActivityId id = call(ActivityLinks.NONE);
    var about = ActivityLinks.of(house.contact());
    var all =
        new ActivityQuery(
            "",
            ActivityFilter.NONE,
            ActivityColumn.WHEN,
            false,
            ActivityColumn.DEFAULT,
            ZoneOffset.UTC);
    List<Callable<?>> writing =
        List.of(
            () -> activities.create(CALL, about),
            () -> activities.save(id, 1, CALL, ActivityData.EMPTY, null),
            () -> activities.mark(List.of(id), ActivityStatus.DONE),
            () -> activities.archive(List.of(id)),
            () -> {
              activities.undo(UUID.randomUUID(), List.of(id));
              return true;
            },
            () -> {
              activities.createAll(Map.of(), Reason.EDIT);
              return true;
            });
    List<Callable<?>> reading =
        List.of(
            () -> activities.page(all, 0, 50),
            () -> activities.ids(all, 50),
            () -> activities.find(id),
            () -> activities.findAll(List.of(id)),
            () -> activities.rows(List.of(id), ActivityColumn.DEFAULT),
            () -> activities.open(about, 5, ActivityColumn.DEFAULT),
            () -> activities.done(about, 5, ActivityColumn.DEFAULT),
            () -> activities.indexState());
    writing.forEach(door -> refused(Role.READER, door));
    writing.forEach(door -> refused(Role.ENGINEER, door));
    reading.forEach(door -> refused(Role.ENGINEER, door));
    assertThat(house.now(id).version()).isEqualTo(1);
  }

  @Test
  void staleSaveNamesWhatBothChangedAndLeavesTheLinks() throws Exception {
    ActivityId id = call(ActivityLinks.NONE);
    ActivityData theirs =
        CALL.toBuilder().subject("Theirs").priority(ActivityPriority.HIGH).build();
    house.as(Role.MEMBER, () -> activities.save(id, 1, CALL, theirs, null));
    var about = new ActivityLinks.Change(ActivityLinks.NONE, ActivityLinks.of(house.contact()));

    SaveResult<Activity, ActivityField> result =
        house.as(
            Role.MEMBER,
            () -> activities.save(id, 1, CALL, CALL.toBuilder().subject("Mine").build(), about));

    assertThat(result)
        .isEqualTo(
            new SaveResult.Stale<>(
                house.now(id),
                Set.of(ActivityField.SUBJECT, ActivityField.PRIORITY),
                Set.of(ActivityField.SUBJECT)));
    assertThat(house.now(id).links()).isEqualTo(ActivityLinks.NONE);
  }

  @Test
  void whatCanNotBeKeptIsNamed() {
    for (ActivityData wrong :
        List.of(
            ActivityData.EMPTY,
            CALL.toBuilder().subject(" ").build(),
            CALL.toBuilder().subject("x".repeat(250)).build(),
            CALL.toBuilder().minutes(-1).build(),
            CALL.toBuilder().minutes(44_641).build(),
            CALL.toBuilder().minutes(90).build(), // of a whole day
            CALL.toBuilder().when(When.on(LocalDate.of(1815, 6, 18))).build(),
            CALL.toBuilder().when(new When(Instant.MAX.minusSeconds(1), ZoneOffset.UTC)).build(),
            CALL.toBuilder().kind(ActivityKind.MEETING).when(null).build())) {
      assertThatThrownBy(
              () -> house.as(Role.MEMBER, () -> activities.create(wrong, ActivityLinks.NONE)))
          .isInstanceOf(InvalidFieldException.class);
    }
  }

  private void change(ActivityId id, ActivityLinks before, ActivityLinks after) throws Exception {
    house.as(
        Role.MEMBER,
        () -> activities.save(id, 1, CALL, CALL, new ActivityLinks.Change(before, after)));
  }

  private static ActivityLinks contacts(ContactId... contacts) {
    return new ActivityLinks(List.of(contacts), List.of(), List.of());
  }

  @Test
  void whatTwoMakeOfTheLinksAtOnceIsBothKept() throws Exception {
    ContactId first = house.contact();
    ContactId theirs = house.contact();
    ContactId mine = house.contact();
    ActivityId id = call(contacts(first));

    change(id, contacts(first), contacts(first, theirs));
    change(id, contacts(first), contacts(first, mine));
    assertThat(house.now(id).links()).isEqualTo(contacts(first, theirs, mine));

    change(id, contacts(first, theirs, mine), contacts(theirs, mine));
    change(id, contacts(first, theirs, mine), contacts(first, theirs));
    assertThat(house.now(id).links()).as("each took one off").isEqualTo(contacts(theirs));

    change(id, contacts(), contacts(theirs));
    change(id, contacts(first), contacts());
    assertThat(house.now(id).links()).as("what is so already is well").isEqualTo(contacts(theirs));
  }

  @Test
  void whoeverAddsTheSameLinkAtTheSameMomentIsNotRefused() throws Exception {
    ContactId both = house.contact();
    ActivityId id = call(ActivityLinks.NONE);
    Callable<Boolean> saving =
        () -> {
          change(id, ActivityLinks.NONE, contacts(both));
          return true;
        };
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (Future<Boolean> saved : threads.invokeAll(Collections.nCopies(24, saving))) {
        assertThat(saved.get()).isTrue();
      }
    }
    assertThat(house.now(id).links()).isEqualTo(contacts(both));
  }

  @Test
  void linksAreAddedAndRemovedWithTheSave() throws Exception {
    ContactId first = house.contact();
    ContactId second = house.contact();
    ActivityId id = call(ActivityLinks.of(first));

    change(id, ActivityLinks.of(first), ActivityLinks.of(second));

    assertThat(house.now(id).links()).isEqualTo(ActivityLinks.of(second));
    assertThat(house.now(id).version()).isEqualTo(1);
    assertThat(
            database
                .app()
                .fetchCount(
                    org.jooq.impl.DSL.table("activity_contact_archive"),
                    org.jooq.impl.DSL.field("activity_id").eq(id.value())))
        .isEqualTo(1);
  }

  @Test
  void anActivityComesBackFromTheBinWithItsLinks() throws Exception {
    ActivityLinks about =
        new ActivityLinks(
            List.of(house.contact()),
            List.of(house.company()),
            List.of(house.deals.deal("Roof", house.deals.stage(0))));
    ActivityId id = call(about);
    house.as(Role.MEMBER, () -> activities.archive(List.of(id)));

    house.restore("activity", id.value());

    assertThat(house.now(id).data()).isEqualTo(CALL);
    assertThat(house.now(id).links()).isEqualTo(about);
  }

  @Test
  void aContactInTheBinLeavesItsActivitiesAndComesBackToThem() throws Exception {
    ContactId contact = house.contact();
    ActivityId id = call(ActivityLinks.of(contact));
    house.deals.writes.run(
        Reason.ARCHIVE,
        change -> database.app().execute("DELETE FROM contact WHERE id = ?", contact.value()));
    assertThat(house.now(id).links()).isEqualTo(ActivityLinks.NONE);

    house.restore("contact", contact.value());

    assertThat(house.now(id).links()).isEqualTo(ActivityLinks.of(contact));
  }

  @Test
  void whatItIsAboutHasToBeThere() {
    var gone = ActivityLinks.of(new ContactId(UUID.randomUUID()));

    assertThatThrownBy(() -> call(gone)).hasMessageContaining("activity_contact_contact_id_fkey");
  }
}
