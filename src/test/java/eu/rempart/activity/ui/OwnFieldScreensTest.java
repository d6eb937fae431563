package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.grid.Grid.Column;
import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ui.field.LinkedRecords;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordRef;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The organisation's own fields of activities: in form, page, history and list. */
class OwnFieldScreensTest extends WithActivities {

  @Autowired private CustomFieldService fields;
  @Autowired private HistoryService history;
  @Autowired private LinkedRecords records;
  @Autowired private CustomFields custom;

  @AfterEach
  void clear() {
    actAs(Role.ADMINISTRATOR);
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  private UUID field(CustomKind kind, String label) {
    return fields.create(
        kind,
        new CustomFieldData(
            Labels.of(label), Set.of("activity"), Set.of("activity"), false, List.of()));
  }

  private ActivityId with(String subject, UUID field, String value) {
    return activities.create(
        data(subject).custom(CustomValues.NONE.with(field, value)).build(), ActivityLinks.NONE);
  }

  @Test
  void aValueIsFilledInShownToldAndPutBack() {
    UUID room = field(CustomKind.TEXT, "Room number");
    ActivityId id = task("Besichtigung");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    fill("Room number", "B 12");
    click("Save activity");
    assertThat(now(id).data().custom().of(room)).isEqualTo("B 12");
    assertThat(says("B 12")).isTrue();

    click("Edit");
    fill("Room number", "C 3");
    click("Save activity");
    RecordRef ref = new RecordRef("activity", id.value());
    assertThat(history.timeline(ref).getFirst().changes())
        .extracting(FieldChange::column)
        .containsExactly("custom." + room);
    assertThat(history.putBack(ref, 2, "custom." + room, 3)).isEqualTo(new PutBack.Done(4));
    assertThat(now(id).data().custom().of(room)).isEqualTo("B 12");
  }

  @Test
  void aDraftKeepsWhatWasTypedAndAnArchivedFieldItsValue() {
    UUID room = field(CustomKind.TEXT, "Room number");
    ActivityId id = with("Halb getippt", room, "old");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    fill("Room number", "half");
    cleanVaadinEnvironment();
    initVaadinEnvironment();
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click(eu.rempart.shell.text.Texts.t("shell.draft.continue"));
    click("Save activity");
    assertThat(now(id).data().custom().of(room)).isEqualTo("half");

    fields.archive(room);
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    assertThat(says("half")).isFalse();
    click("Edit");
    assertThat(find(CustomValuesField.class).exists()).isFalse();
    fill("Subject", "Ganz getippt");
    click("Save activity");
    assertThat(now(id).data().custom().of(room)).isEqualTo("half");
  }

  @Test
  void whatTwoPeopleChangeInDifferentFieldsIsBothKept() {
    UUID one = field(CustomKind.TEXT, "Own one");
    UUID two = field(CustomKind.TEXT, "Own two");
    ActivityId id = task("Zu zweit");
    navigate(ActivityNavigation.details(id), ActivityDetailsView.class);
    click("Edit");
    fill("Own one", "mine");
    Activity before = now(id);
    activities.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().custom(CustomValues.NONE.with(two, "theirs")).build(),
        null);
    click("Save activity");

    assertThat(find(ConflictDialog.class).exists()).isFalse();
    assertThat(now(id).data().custom())
        .isEqualTo(CustomValues.NONE.with(one, "mine").with(two, "theirs"));
  }

  private List<ActivityId> found(String text, Rule rule, UUID sorted) {
    var query =
        new ActivityQuery(
            text,
            ActivityFilter.NONE,
            rule,
            ActivityColumn.WHEN,
            true,
            EnumSet.of(ActivityColumn.SUBJECT, ActivityColumn.CUSTOM),
            List.of(sorted),
            sorted,
            Formats.zone());
    return activities.page(query, 0, 10).rows().stream().map(ActivityRow::id).toList();
  }

  @Test
  void theListFindsSortsAndShowsThem() {
    UUID size = field(CustomKind.NUMBER, "Group size");
    ActivityId ten = with("Führung eins", size, "10");
    ActivityId nine = with("Führung zwei", size, "9.5");
    Rule large = new Rule.Test(CustomField.key(size), Operator.FROM, List.of("96000"));

    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> assertThat(found("Führung", Rule.EVERYTHING, size)).containsExactly(ten, nine));
    assertThat(found("Führung", large, size)).containsExactly(ten);
    assertThat(found("Führung", Rule.EVERYTHING, UUID.randomUUID())).hasSize(2);

    open(ActivityNavigation.LIST, foundBy("Führung") + "&sort=-" + CustomField.key(size));
    Column<Object> own =
        grid().getColumns().stream()
            .filter(column -> CustomField.key(size).equals(column.getKey()))
            .findFirst()
            .orElseThrow();
    assertThat(own.isVisible()).isTrue();
    assertThat(own.getHeaderText()).isEqualTo("Group size");
    int place = grid().getColumns().stream().filter(Column::isVisible).toList().indexOf(own);
    assertThat(test(grid()).getCellText(0, place)).isEqualTo("10");
    assertThat(test(grid()).getCellText(1, place)).isEqualTo("9.5");
  }

  @Test
  void whatIsTakenOutHasTheColumnsThatTheListShows() {
    UUID size = field(CustomKind.NUMBER, "Group size");
    var rows = new ActivityRows(activities, records);
    var list = new RecordGrid<>("activities", rows, ActivityRow::id, rows::card);
    rows.addColumns(list, Map.of(), TagBook.EMPTY, custom.book("activity"));

    ActivityQuery query = rows.query(list);
    assertThat(query.shown()).containsAll(ActivityColumn.DEFAULT).contains(ActivityColumn.CUSTOM);
    assertThat(query.custom()).containsExactly(size);
  }
}
