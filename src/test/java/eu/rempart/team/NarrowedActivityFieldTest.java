package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Own fields of activities that a role hides or fixes one by one. */
class NarrowedActivityFieldTest extends WithNarrowedMembers {

  @Autowired private ActivityService activities;
  @Autowired private ManyActivitiesService many;
  @Autowired private SeriesService series;
  @Autowired private CustomFieldService fields;
  @Autowired private HistoryService history;

  private UUID secret = new UUID(0, 0);
  private UUID open = secret;

  @BeforeEach
  void define() {
    secret = text("Secret");
    open = text("Open");
  }

  @AfterEach
  void clear() {
    List.of(secret, open).forEach(fields::archive);
  }

  private UUID text(String label) {
    return fields.create(
        CustomKind.TEXT,
        new CustomFieldData(Labels.of(label), Set.of("activity"), Set.of(), false, List.of()));
  }

  private ActivityId activity(String said, String known) {
    return activities.create(
        ActivityData.builder()
            .subject("Narrowed")
            .ownerId(admin().memberId())
            .when(When.on(LocalDate.of(2027, 3, 1)))
            .custom(CustomValues.NONE.with(secret, said).with(open, known))
            .build(),
        ActivityLinks.NONE);
  }

  private SignedInMember with(FieldRule rule) {
    return narrowed(Role.MEMBER, without("activity", Map.of(CustomField.column(secret), rule)));
  }

  private CustomValues kept(ActivityId id) {
    return activities.find(id).orElseThrow().data().custom();
  }

  private static ActivityQuery query(String text) {
    return new ActivityQuery(
        text,
        ActivityFilter.NONE,
        ActivityColumn.WHEN,
        false,
        Set.of(ActivityColumn.SUBJECT, ActivityColumn.CUSTOM),
        ZoneOffset.UTC);
  }

  private List<ActivityId> found(SignedInMember whose, String text) {
    return as(whose, () -> activities.page(query(text), 0, 10)).rows().stream()
        .map(ActivityRow::id)
        .toList();
  }

  @Test
  void oneThatIsHiddenIsNeitherReadFoundNorLostBySaving() {
    ActivityId id = activity("quagmire", "meadow");
    SignedInMember eve = with(FieldRule.HIDDEN);
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(found(admin(), "quagmire")).containsExactly(id));

    assertThat(found(eve, "quagmire")).isEmpty();
    assertThat(found(eve, "meadow")).containsExactly(id);
    assertThat(as(eve, () -> fields.these("activity", List.of(secret, open))))
        .extracting(CustomField::id)
        .containsExactly(open);
    Activity seen = as(eve, () -> activities.find(id)).orElseThrow();
    assertThat(seen.data().custom()).isEqualTo(CustomValues.NONE.with(open, "meadow"));
    assertThat(as(eve, () -> activities.rows(List.of(id), Set.of(ActivityColumn.CUSTOM))))
        .extracting(row -> row.shown().custom())
        .containsExactly(CustomValues.NONE.with(open, "meadow"));

    CustomValues changed = CustomValues.NONE.with(open, "field");
    as(
        eve,
        () ->
            activities.save(
                id, 1, seen.data(), seen.data().toBuilder().custom(changed).build(), null));
    assertThat(kept(id)).isEqualTo(changed.with(secret, "quagmire"));
    Activity now = as(eve, () -> activities.find(id)).orElseThrow();
    as(
        eve,
        () -> many.saveAll(Map.of(now, now.data().toBuilder().custom(CustomValues.NONE).build())));
    assertThat(kept(id)).isEqualTo(CustomValues.NONE.with(secret, "quagmire"));
    assertThat(as(eve, () -> history.timeline(new RecordRef("activity", id.value()))))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .doesNotContain(CustomField.column(secret)));
  }

  @Test
  void anOccurrenceThatIsTakenOutKeepsWhatItsChangerDoesNotSee() {
    ActivityId id = activity("quagmire", "meadow");
    Activity once = activities.find(id).orElseThrow();
    activities.save(
        id,
        once.version(),
        once.data(),
        once.data().toBuilder().recurrence("FREQ=DAILY").build(),
        null);
    When when = Objects.requireNonNull(once.data().when());
    SignedInMember eve = with(FieldRule.HIDDEN);

    as(
        eve,
        () ->
            Objects.requireNonNull(
                series.change(
                    id,
                    when,
                    data ->
                        data.toBuilder()
                            .subject("Taken out")
                            .custom(data.custom().with(open, "own"))
                            .build())));

    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(found(admin(), "Taken")).hasSize(1));
    assertThat(kept(found(admin(), "Taken").getFirst()))
        .isEqualTo(CustomValues.NONE.with(open, "own").with(secret, "quagmire"));
    assertThat(kept(id)).isEqualTo(CustomValues.NONE.with(open, "meadow").with(secret, "quagmire"));
  }

  @Test
  void oneThatIsReadOnlyIsShownAndNotChanged() {
    ActivityId id = activity("quagmire", "meadow");
    SignedInMember eve = with(FieldRule.READ_ONLY);
    ActivityData before = as(eve, () -> activities.find(id)).orElseThrow().data();

    assertThat(before.custom().of(secret)).isEqualTo("quagmire");
    assertThat(as(eve, () -> fields.fixed("activity"))).containsExactly(secret);
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        activities.save(
                            id,
                            1,
                            before,
                            before.toBuilder().custom(before.custom().with(secret, "mine")).build(),
                            null)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        activities.create(
                            ActivityData.builder()
                                .subject("New")
                                .custom(CustomValues.NONE.with(secret, "guess"))
                                .build(),
                            ActivityLinks.NONE)))
        .isInstanceOf(NotPermittedException.class);
    as(
        eve,
        () ->
            activities.save(
                id,
                1,
                before,
                before.toBuilder().custom(before.custom().with(open, "mine")).build(),
                null));
    assertThat(kept(id)).isEqualTo(before.custom().with(open, "mine"));
  }
}
