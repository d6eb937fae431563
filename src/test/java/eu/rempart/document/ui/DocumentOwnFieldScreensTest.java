package eu.rempart.document.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.textfield.EmailField;
import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.archive.ArchiveService;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.contact.ContactId;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentColumn;
import eu.rempart.document.DocumentField;
import eu.rempart.document.DocumentFilter;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentQuery;
import eu.rempart.document.ManyDocumentsService;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordRef;
import eu.rempart.privacy.PrivacyService;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.text.Formats;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The organisation's own fields of documents: in form, page, history, list, bin and copy. */
class DocumentOwnFieldScreensTest extends WithDocumentScreens {

  @Autowired private ManyDocumentsService many;
  @Autowired private CustomFieldService fields;
  @Autowired private HistoryService history;
  @Autowired private ArchiveService archive;
  @Autowired private PrivacyService privacy;
  @Autowired private DSLContext dsl;

  @AfterEach
  void clear() {
    actAs(Role.ADMINISTRATOR);
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  private UUID field(CustomKind kind, String label, boolean required) {
    return fields.create(
        kind,
        new CustomFieldData(
            Labels.of(label), Set.of("document"), Set.of("document"), required, List.of()));
  }

  private UUID field(CustomKind kind, String label) {
    return field(kind, label, false);
  }

  private Document with(String name, UUID field, String value, RecordRef... about) {
    return fill(document(name + ".txt", bytes("a"), about), field, value);
  }

  private Document fill(Document kept, UUID field, String value) {
    CustomValues custom = kept.data().custom().with(field, value);
    documents.save(kept.id(), kept.version(), kept.data(), kept.data().filled(custom));
    return now(kept);
  }

  private Document now(Document of) {
    return documents.find(of.id()).orElseThrow();
  }

  private void edit(Document shown) {
    show(DocumentNavigation.details(shown.id()));
    click("Edit");
  }

  @Test
  void aValueIsFilledInShownToldAndPutBack() {
    UUID shelf = field(CustomKind.TEXT, "Shelf");
    Document lease = document("lease.txt", bytes("a"));
    edit(lease);
    fill("Shelf", "B 12");
    click("Save document");
    assertThat(now(lease).data().custom().of(shelf)).isEqualTo("B 12");
    assertThat(says("B 12")).isTrue();

    click("Edit");
    fill("Shelf", "C 3");
    click("Save document");
    RecordRef ref = new RecordRef("document", lease.id().value());
    assertThat(history.timeline(ref).getFirst().changes())
        .extracting(FieldChange::column)
        .containsExactly("custom." + shelf);
    assertThat(history.putBack(ref, 2, "custom." + shelf, 3)).isEqualTo(new PutBack.Done(4));
    assertThat(now(lease).data().custom().of(shelf)).isEqualTo("B 12");
  }

  @Test
  void aDraftKeepsWhatWasTypedAndAnArchivedFieldItsValue() {
    UUID shelf = field(CustomKind.TEXT, "Shelf");
    Document kept = with("half", shelf, "old");
    edit(kept);
    fill("Shelf", "half");
    cleanVaadinEnvironment();
    initVaadinEnvironment();
    edit(kept);
    click("Save document");
    assertThat(now(kept).data().custom().of(shelf)).isEqualTo("half");

    fields.archive(shelf);
    show(DocumentNavigation.details(kept.id()));
    click("Edit");
    assertThat(find(CustomValuesField.class).exists()).isFalse();
    fill("Name", "Whole");
    click("Save document");
    assertThat(now(kept).data().name()).isEqualTo("Whole");
    assertThat(now(kept).data().custom().of(shelf)).isEqualTo("half");
  }

  @Test
  void whereTheyDoNotOpenTheFormSaysSoAndLeavesThemAsTheyAre() {
    UUID shelf = field(CustomKind.TEXT, "Shelf");
    Document kept = with("damaged", shelf, "old");
    dsl.execute("UPDATE document SET custom = name WHERE id = ?", kept.id().value());
    assertThat(now(kept).unopenable()).containsOnlyKeys(DocumentField.CUSTOM);
    edit(now(kept));
    assertThat(find(CustomValuesField.class).single().getHelperText())
        .startsWith("Sealed, does not open");
    fill("Name", "Renamed");
    click("Save document");
    assertThat(now(kept).data().name()).isEqualTo("Renamed");
    assertThat(now(kept).unopenable()).containsOnlyKeys(DocumentField.CUSTOM);
  }

  @Test
  void whatTwoPeopleChangeInDifferentFieldsIsBothKept() {
    UUID one = field(CustomKind.TEXT, "Own one");
    UUID two = field(CustomKind.TEXT, "Own two");
    Document kept = document("for two.txt", bytes("a"));
    edit(kept);
    fill("Own one", "mine");
    fill(kept, two, "theirs");
    click("Save document");
    assertThat(says("changed this document meanwhile")).isTrue();
    click("Save document");

    assertThat(now(kept).data().custom())
        .isEqualTo(CustomValues.NONE.with(one, "mine").with(two, "theirs"));
  }

  @Test
  void aFileIsKeptWithoutWhatTheFormAsksFor() {
    UUID signatory = field(CustomKind.EMAIL, "Signatory", true);
    Document kept = document("required.txt", bytes("a"));
    edit(kept);
    click("Save document");
    EmailField input = find(EmailField.class).withLabel("Signatory").single();
    assertThat(input.getErrorMessage()).isEqualTo("Fill this in.");
    test(input).setValue("nobody");
    click("Save document");
    assertThat(input.isInvalid()).isTrue();
    assertThat(now(kept).version()).isEqualTo(1);

    test(input).setValue("ada@example.org");
    click("Save document");
    assertThat(now(kept).data().custom().of(signatory)).isEqualTo("ada@example.org");
  }

  private List<DocumentId> found(String text, Rule rule, @Nullable UUID sorted) {
    var query =
        new DocumentQuery(
            null,
            text,
            DocumentFilter.NONE,
            rule,
            DocumentColumn.CHANGED,
            true,
            sorted,
            Formats.zone());
    return many.page(query, 0, 10).rows().stream().map(Document::id).toList();
  }

  @Test
  void theListFindsSortsAndShowsThem() {
    UUID pages = field(CustomKind.NUMBER, "Signed pages");
    UUID shelf = field(CustomKind.TEXT, "Shelf");
    String word = "Aktenwagen" + UUID.randomUUID().toString().substring(0, 8);
    Document ten = with(word + " eins", pages, "10");
    Document nine = fill(with(word + " zwei", pages, "9.5"), shelf, word + "regal");
    Rule large = new Rule.Test(CustomField.key(pages), Operator.FROM, List.of("96000"));
    Rule there = new Rule.Test(CustomField.key(shelf), Operator.STARTS_WITH, List.of(word));

    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () ->
                assertThat(found(word, Rule.EVERYTHING, pages))
                    .containsExactly(ten.id(), nine.id()));
    assertThat(found(word, large, null)).containsExactly(ten.id());
    assertThat(found(word, new Rule.Any(List.of(large, there)), null)).hasSize(2);
    assertThat(found(word, new Rule.All(List.of(large, there)), null)).isEmpty();
    assertThat(found(word + "regal", Rule.EVERYTHING, null)).containsExactly(nine.id());
    assertThat(found(word, Rule.EVERYTHING, UUID.randomUUID())).as("gone").hasSize(2);

    open(DocumentNavigation.LIST, foundBy(word) + "&sort=-" + CustomField.key(pages));
    Column<Object> own =
        grid().getColumns().stream()
            .filter(column -> CustomField.key(pages).equals(column.getKey()))
            .findFirst()
            .orElseThrow();
    assertThat(own.isVisible()).isTrue();
    assertThat(own.getHeaderText()).isEqualTo("Signed pages");
    int place = grid().getColumns().stream().filter(Column::isVisible).toList().indexOf(own);
    assertThat(test(grid()).getCellText(0, place)).isEqualTo("10");
    assertThat(test(grid()).getCellText(1, place)).isEqualTo("9.5");
  }

  @Test
  void theyComeBackFromTheBinAndAreInTheCopyForAPerson() {
    UUID shelf = field(CustomKind.TEXT, "Shelf");
    ContactId person = person("Kopie", "Empfang");
    Document kept = with("binned", shelf, "B 12", new RecordRef("contact", person.value()));
    UUID change = documents.archive(List.of(kept.id()));
    archive.undo(change);
    assertThat(now(kept).data().custom()).isEqualTo(CustomValues.NONE.with(shelf, "B 12"));

    assertThat(new String(privacy.copy(person), StandardCharsets.UTF_8))
        .contains("\"Shelf\" : \"B 12\"");
  }
}
