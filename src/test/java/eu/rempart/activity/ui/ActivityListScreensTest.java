package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.savedview.SavedView;
import eu.rempart.savedview.SavedViewService;
import eu.rempart.savedview.ViewContent;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.search.rule.RuleOutdatedException;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.SearchMemo;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagRules;
import eu.rempart.tag.TagService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the list of activities offers for many of them: conditions, views, steps on all found. */
class ActivityListScreensTest extends WithActivities {

  @Autowired private ActivityBulk bulk;
  @Autowired private ManyActivitiesService many;
  @Autowired private SavedViewService views;
  @Autowired private TagService tags;

  private ActivityId at(String subject, String place, ActivityPriority priority, int days) {
    return activities.create(
        data(subject).place(place).priority(priority).when(When.on(today().plusDays(days))).build(),
        ActivityLinks.NONE);
  }

  private static QueryParameters address(String text, Rule rule) {
    return ListAddress.of(text, Optional.empty(), SearchMemo.current())
        .with(ActivityNavigation.ALL, Boolean.TRUE)
        .with(rule)
        .parameters();
  }

  private void list(String text, Rule rule) {
    open(ActivityNavigation.LIST, address(text, rule).getQueryString());
  }

  private static Rule is(String field, Operator operator, String... values) {
    return new Rule.Test(field, operator, List.of(values));
  }

  @Test
  void conditionsNarrowTheList() {
    at("Bedingt Eins", "Lyon, rue A", ActivityPriority.HIGH, 1);
    at("Bedingt Zwei", "Lyon, rue B", ActivityPriority.LOW, 40);
    at("Bedingt Drei", "Trier", ActivityPriority.HIGH, -3);
    list("Bedingt", Rule.EVERYTHING);
    assertThat(subjects()).hasSize(3);
    list("Bedingt", is("place", Operator.STARTS_WITH, "lyon"));
    assertThat(subjects()).containsExactlyInAnyOrder("Bedingt Eins", "Bedingt Zwei");
    list("Bedingt", is("start", Operator.NEXT_DAYS, "7"));
    assertThat(subjects()).containsExactly("Bedingt Eins");
    list(
        "Bedingt",
        new Rule.Any(
            List.of(is("priority", Operator.IS, "LOW"), is("start", Operator.LAST_DAYS, "5"))));
    assertThat(subjects()).containsExactlyInAnyOrder("Bedingt Zwei", "Bedingt Drei");
  }

  @Test
  void aViewKeepsThemAndTheListBeginsWithMineStill() {
    at("Ansicht Eins", "Metz", ActivityPriority.HIGH, 1);
    activities.create(data("Ansicht Zwei").ownerId(null).place("Metz").build(), ActivityLinks.NONE);
    list("Ansicht", is("place", Operator.IS, "Metz"));
    assertThat(subjects()).hasSize(2);
    SavedView view =
        views.create(
            "activity",
            "In Metz",
            false,
            new ViewContent(
                "Ansicht",
                Map.of(ActivityNavigation.ALL, List.of("true")),
                is("place", Operator.IS, "Metz"),
                List.of(),
                null,
                false,
                null));
    open(ActivityNavigation.LIST, "");
    assertThat(subjects()).contains("Ansicht Eins").doesNotContain("Ansicht Zwei");
    @SuppressWarnings("unchecked")
    Select<SavedView> choice = find(Select.class).withAriaLabel("View").all().getLast();
    test(choice).selectItem("In Metz");
    assertThat(subjects()).containsExactlyInAnyOrder("Ansicht Eins", "Ansicht Zwei");
    views.archive(view.id());
  }

  @Test
  void allThatMatchIsMarkedAsDoneAndTakenBack() {
    List<ActivityId> all =
        List.of(
            at("Massenhaft Eins", "A", ActivityPriority.LOW, 0),
            at("Massenhaft Zwei", "A", ActivityPriority.LOW, 0),
            at("Massenhaft Drei", "A", ActivityPriority.LOW, 0));
    activities.mark(List.of(all.getLast()), ActivityStatus.DONE);
    list("Massenhaft", Rule.EVERYTHING);
    test(grid()).size();
    grid().select(test(grid()).getRow(0));
    test(find(Button.class)
            .withCondition(button -> button.getText().startsWith("Select all that match"))
            .single())
        .click();
    click("Mark as done");
    soon("2 records edited. One was so already");
    assertThat(all).allMatch(id -> now(id).data().status() == ActivityStatus.DONE);
    click("Undo");
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(now(all.getFirst()).data().status()).isEqualTo(ActivityStatus.OPEN);
            });
    assertThat(now(all.getLast()).data().status()).isEqualTo(ActivityStatus.DONE);
  }

  private void soon(String words) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(says(words)).isTrue();
            });
  }

  @Test
  void manyAreAssignedEditedAndArchived() {
    ActivityId one = at("Viele Eins", "A", ActivityPriority.LOW, 0);
    ActivityId other = at("Viele Zwei", "B", ActivityPriority.HIGH, 0);
    List<UUID> ids = List.of(one.value(), other.value());
    assertThat(bulk.assign(null).applyAsInt(ids)).isEqualTo(2);
    assertThat(now(one).data().ownerId()).isNull();
    assertThat(bulk.assign(null).applyAsInt(ids)).as("nothing is left to do").isZero();
    assertThat(set("place", "B", ids)).isEqualTo(1);
    assertThat(set("priority", ActivityPriority.HIGH, ids)).isEqualTo(1);
    assertThat(set("priority", null, ids)).as("each has one").isZero();
    assertThat(set("minutes", 45, ids)).as("a whole day lasts days").isZero();
    assertThat(set("description", "One\nTwo", ids)).isEqualTo(2);
    assertThat(bulk.now("description", one.value())).isEqualTo("One\nTwo");
    assertThat(bulk.fields())
        .anySatisfy(field -> assertThat(field.input().get()).isInstanceOf(TextArea.class));

    Activity before = now(one);
    assertThat(set("place", "C", ids)).isEqualTo(2);
    assertThat(many.saveAll(Map.of(before, before.data().toBuilder().place("late").build())))
        .as("somebody saved before")
        .isEqualTo(Set.of(one));
    actAs(Role.READER);
    assertThatThrownBy(() -> many.saveAll(Map.of(before, before.data())))
        .isInstanceOf(NotPermittedException.class);
    admin();
    assertThat(bulk.archive().applyAsInt(ids)).isEqualTo(2);
    assertThat(activities.find(one)).isEmpty();
  }

  @Test
  void tagsAreGivenToManyAndNarrowTheList() {
    ActivityId one = at("Etikett Eins", "A", ActivityPriority.LOW, 0);
    ActivityId other = at("Etikett Zwei", "A", ActivityPriority.LOW, 0);
    at("Etikett Drei", "A", ActivityPriority.LOW, 0);
    Tag tag = tags.create("E " + UUID.randomUUID());
    UUID id = tag.id().value();
    List<UUID> two = List.of(one.value(), other.value());
    assertThat(bulk.tag(Set.of(id), Set.of()).applyAsInt(two)).isEqualTo(2);
    assertThat(bulk.tag(Set.of(id), Set.of()).applyAsInt(two)).as("they have it").isZero();
    bulk.seen(two);

    list("Etikett", is("tag", Operator.IS, id.toString()));
    assertThat(subjects()).containsExactlyInAnyOrder("Etikett Eins", "Etikett Zwei");
    open(ActivityNavigation.LIST, "tag=" + id);
    assertThat(subjects()).containsExactlyInAnyOrder("Etikett Eins", "Etikett Zwei");
    test(find(NativeButton.class).withClassName("chip").single()).click();
    assertThat(subjects()).as("without the filter").contains("Etikett Drei");

    assertThat(bulk.tag(Set.of(), Set.of(id)).applyAsInt(List.of(other.value()))).isEqualTo(1);
    assertThat(now(other).data().tags()).isEmpty();
    Set<UUID> many =
        Stream.generate(UUID::randomUUID).limit(TagRules.MAX_ON_RECORD).collect(Collectors.toSet());
    assertThat(bulk.tag(many, Set.of()).applyAsInt(two)).as("51 do not fit").isEqualTo(1);
    assertThat(now(one).data().tags()).containsExactly(id);
  }

  @SuppressWarnings("unchecked")
  private <V> int set(String column, @org.jspecify.annotations.Nullable V value, List<UUID> ids) {
    BulkField<V> field =
        (BulkField<V>)
            bulk.fields().stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElseThrow();
    return field.step().apply(value).applyAsInt(ids);
  }

  @Test
  void whatRecursMovesOnWhenItIsDone() {
    ActivityId weekly =
        activities.create(
            data("Wöchentlich viele").recurrence("FREQ=WEEKLY").build(), ActivityLinks.NONE);
    assertThat(bulk.done().applyAsInt(List.of(weekly.value()))).isEqualTo(1);
    assertThat(now(weekly).data().status()).isEqualTo(ActivityStatus.OPEN);
    assertThat(now(weekly).data().when()).isEqualTo(When.on(today().plusDays(7)));
  }

  @Test
  void whatIsDoneToAllAsksForFieldsThatAreThere() {
    list("", is("gone", Operator.IS, "x"));
    assertThat(subjects()).as("a list passes over it").isNotNull();
    assertThatThrownBy(
            () ->
                activities
                    .ids(
                        new eu.rempart.activity.ActivityQuery(
                            "",
                            eu.rempart.activity.ActivityFilter.NONE,
                            is("gone", Operator.IS, "x"),
                            eu.rempart.activity.ActivityColumn.SUBJECT,
                            false,
                            Set.of(),
                            List.of(),
                            null,
                            eu.rempart.shell.text.Formats.zone()),
                        10)
                    .toList())
        .isInstanceOf(RuleOutdatedException.class);
  }
}
