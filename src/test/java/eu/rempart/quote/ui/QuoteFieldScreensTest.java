package eu.rempart.quote.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.Patience;
import eu.rempart.account.Role;
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
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.TestQuotes;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.tag.TagBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The organisation's own fields of quotes: in form, page, history, list and bin. */
class QuoteFieldScreensTest extends WithQuotes {

  @Autowired private CustomFieldService fields;
  @Autowired private HistoryService history;
  @Autowired private CustomFields custom;

  @AfterEach
  void clear() {
    actAs(Role.ADMINISTRATOR);
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  private UUID field(CustomKind kind, String label) {
    return field(kind, label, false);
  }

  private UUID field(CustomKind kind, String label, boolean required) {
    return fields.create(
        kind,
        new CustomFieldData(
            Labels.of(label), Set.of("quote"), Set.of("quote"), required, List.of()));
  }

  private QuoteId with(String title, UUID field, String value) {
    return quotes.create(
        TestQuotes.roof().toBuilder()
            .title(title)
            .custom(CustomValues.NONE.with(field, value))
            .build());
  }

  private void edit(QuoteId id) {
    show(id);
    click("Edit");
  }

  @Test
  void aValueIsFilledInShownToldPutBackAndStaysOnceItIsIssued() {
    UUID ask = field(CustomKind.TEXT, "Asked by");
    QuoteId id = draft("Roof with fields");
    edit(id);
    fill("Asked by", "Wiebke");
    click("Save quote");
    assertThat(now(id).data().custom().of(ask)).isEqualTo("Wiebke");
    assertThat(says("Wiebke")).isTrue();

    edit(id);
    fill("Asked by", "Ottokar");
    click("Save quote");
    RecordRef ref = new RecordRef("quote", id.value());
    assertThat(history.timeline(ref).getFirst().changes())
        .extracting(FieldChange::column)
        .containsExactly("custom." + ask);
    assertThat(history.putBack(ref, 2, "custom." + ask, 3)).isEqualTo(new PutBack.Done(4));
    assertThat(now(id).data().custom().of(ask)).isEqualTo("Wiebke");

    steps.issue(id, 4, LocalDate.now(ZoneOffset.UTC));
    show(id);
    assertThat(says("Wiebke")).isTrue();
    assertThat(offers("Edit")).isFalse();
    click("Revise");
    click("Edit");
    assertThat(find(TextField.class).withLabel("Asked by").single().getValue()).isEqualTo("Wiebke");
  }

  @Test
  void whatIsRequiredIsAskedForAndWhatIsTypedOutlivesThePage() {
    UUID ask = field(CustomKind.TEXT, "Asked by", true);
    QuoteId id = draft("Roof to ask for");
    edit(id);
    fill("Title", "Roof, asked for");
    click("Save quote");
    assertThat(now(id).version()).isEqualTo(1);
    assertThat(find(TextField.class).withLabel("Asked by").single().isInvalid()).isTrue();

    fill("Asked by", "Smaranda");
    cleanVaadinEnvironment();
    initVaadinEnvironment();
    edit(id);
    click("Save quote");
    assertThat(now(id).data().title()).isEqualTo("Roof, asked for");
    assertThat(now(id).data().custom().of(ask)).isEqualTo("Smaranda");
  }

  @Test
  void whatTwoPeopleChangeInDifferentFieldsIsBothKept() {
    UUID one = field(CustomKind.TEXT, "Own one");
    UUID two = field(CustomKind.TEXT, "Own two");
    QuoteId id = draft("Together");
    edit(id);
    fill("Own one", "mine");
    Quote before = now(id);
    quotes.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().custom(CustomValues.NONE.with(two, "theirs")).build());
    click("Save quote");

    assertThat(find(ConflictDialog.class).exists()).isFalse();
    assertThat(now(id).data().custom())
        .isEqualTo(CustomValues.NONE.with(one, "mine").with(two, "theirs"));
  }

  @Test
  void anArchivedFieldIsUnseenAndComesBackWithTheQuoteFromTheBin() {
    UUID ask = field(CustomKind.TEXT, "Asked by");
    QuoteId id = with("Roof for the bin", ask, "Balthazar");
    show(id);
    click("Archive");
    assertThat(quotes.find(id)).isEmpty();
    click("Undo");
    assertThat(now(id).data().custom().of(ask)).isEqualTo("Balthazar");

    fields.archive(ask);
    show(id);
    assertThat(says("Balthazar")).isFalse();
    click("Edit");
    assertThat(find(CustomValuesField.class).exists()).isFalse();
    fill("Title", "Roof from the bin");
    click("Save quote");
    assertThat(now(id).data().custom().of(ask)).isEqualTo("Balthazar");
  }

  private List<QuoteId> found(String text, Rule rule, UUID sorted) {
    var query =
        new QuoteQuery(
            text,
            Set.of(),
            rule,
            QuoteColumn.TITLE,
            true,
            EnumSet.of(QuoteColumn.TITLE, QuoteColumn.CUSTOM),
            List.of(sorted),
            sorted);
    return quotes.page(query, 0, 10).rows().stream().map(QuoteRow::id).toList();
  }

  @Test
  void theListFindsSortsAndShowsThem() {
    UUID size = field(CustomKind.NUMBER, "Margin");
    QuoteId ten = with("Dachstuhl eins", size, "10");
    QuoteId nine = with("Dachstuhl zwei", size, "9.5");
    Rule large = new Rule.Test(CustomField.key(size), Operator.FROM, List.of("96000"));

    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> assertThat(found("Dachstuhl", Rule.EVERYTHING, size)).containsExactly(ten, nine));
    assertThat(found("Dachstuhl", large, size)).containsExactly(ten);
    assertThat(found("Dachstuhl", Rule.EVERYTHING, UUID.randomUUID())).hasSize(2);

    open(QuoteNavigation.LIST, foundBy("Dachstuhl") + "&sort=-" + CustomField.key(size));
    Column<Object> own =
        grid().getColumns().stream()
            .filter(column -> CustomField.key(size).equals(column.getKey()))
            .findFirst()
            .orElseThrow();
    assertThat(own.isVisible()).isTrue();
    assertThat(own.getHeaderText()).isEqualTo("Margin");
    int place = grid().getColumns().stream().filter(Column::isVisible).toList().indexOf(own);
    assertThat(test(grid()).getCellText(0, place)).isEqualTo("10");
    assertThat(test(grid()).getCellText(1, place)).isEqualTo("9.5");
  }

  @Test
  void whatIsTakenOutHasTheColumnsThatTheListShows() {
    UUID size = field(CustomKind.NUMBER, "Margin");
    var rows = new QuoteRows(quotes);
    var list = new RecordGrid<>("quotes", rows, QuoteRow::id, QuoteRows::card);
    rows.addColumns(list, Map.of(), TagBook.EMPTY, custom.book("quote"));

    QuoteQuery query = rows.query(list);
    assertThat(query.shown()).containsAll(QuoteColumn.DEFAULT).contains(QuoteColumn.CUSTOM);
    assertThat(query.custom()).containsExactly(size);
  }
}
