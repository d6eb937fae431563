package eu.rempart.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.document.file.FileCategory;
import eu.rempart.document.folder.FolderId;
import eu.rempart.picture.TestPictures;
import eu.rempart.search.Indexes;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of documents: filtered, sorted, counted, and changed together. */
class ManyDocumentsServiceTest extends WithFiles {

  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final UUID TAG = UUID.randomUUID();

  @Autowired private ManyDocumentsService many;

  private FolderId folder;
  private Document table;
  private Document text;
  private Document picture;

  @BeforeEach
  void bring() {
    Indexes.awaitReady(documents::indexState);
    folder = folders.create(null, "Many " + UUID.randomUUID());
    table = document("Alfa.csv", bytes("a;b\n1;2\n3;4\n"), folder);
    text = document("Bravo.txt", bytes("a"), folder);
    picture = document("Charlie.png", TestPictures.file("png", 40, 40), folder);
  }

  private DocumentFilter filter(
      Set<FileCategory> types, Set<DocumentSort> sorts, Set<UUID> owners, Set<UUID> tags) {
    return new DocumentFilter(types, sorts, Set.of(folder.value()), owners, tags, null, null);
  }

  private DocumentFilter added(LocalDate from, LocalDate to) {
    return new DocumentFilter(
        Set.of(), Set.of(), Set.of(folder.value()), Set.of(), Set.of(), from, to);
  }

  private static DocumentQuery query(DocumentFilter filter, Rule rule, DocumentColumn sort) {
    return new DocumentQuery(null, "", filter, rule, sort, false, ZONE);
  }

  private List<String> listed(DocumentQuery query) {
    return many.page(query, 0, 50).rows().stream().map(Document::title).toList();
  }

  private List<String> filtered(DocumentFilter filter) {
    return listed(query(filter, Rule.EVERYTHING, DocumentColumn.NAME));
  }

  private Document save(Document document, DocumentData after) {
    documents.save(document.id(), document.version(), document.data(), after);
    return documents.find(document.id()).orElseThrow();
  }

  @Test
  void everyFilterNarrows() {
    UUID owner = UUID.randomUUID();
    save(table, table.data().sortedAs(DocumentSort.INVOICE).tagged(Set.of(TAG)));
    save(text, text.data().ownedBy(owner));
    LocalDate today = LocalDate.now(ZONE);

    assertThat(filtered(filter(Set.of(), Set.of(), Set.of(), Set.of())))
        .containsExactly("Alfa", "Bravo", "Charlie");
    assertThat(
            filtered(
                filter(
                    Set.of(FileCategory.TABLE, FileCategory.PICTURE),
                    Set.of(),
                    Set.of(),
                    Set.of())))
        .containsExactly("Alfa", "Charlie");
    assertThat(filtered(filter(Set.of(), Set.of(DocumentSort.INVOICE), Set.of(), Set.of())))
        .containsExactly("Alfa");
    assertThat(filtered(filter(Set.of(), Set.of(), Set.of(owner), Set.of())))
        .containsExactly("Bravo");
    assertThat(filtered(filter(Set.of(), Set.of(), Set.of(), Set.of(TAG)))).containsExactly("Alfa");
    assertThat(filtered(filter(Set.of(FileCategory.TEXT), Set.of(), Set.of(), Set.of(TAG))))
        .as("all filters at once")
        .isEmpty();
    assertThat(filtered(added(today.minusDays(1), today.plusDays(1)))).hasSize(3);
    assertThat(filtered(added(today.plusDays(2), today.plusDays(3)))).isEmpty();
  }

  @Test
  void conditionsJoinByAndAndOr() {
    save(table, table.data().in(DocumentState.OUTDATED));
    DocumentFilter here = filter(Set.of(), Set.of(), Set.of(), Set.of());
    Rule outdated = new Rule.Test("state", Operator.IS, List.of("OUTDATED"));
    Rule shot = new Rule.Test("type", Operator.IS, List.of("PICTURE"));

    assertThat(listed(query(here, new Rule.Any(List.of(outdated, shot)), DocumentColumn.NAME)))
        .containsExactly("Alfa", "Charlie");
    assertThat(listed(query(here, new Rule.All(List.of(outdated, shot)), DocumentColumn.NAME)))
        .isEmpty();
    assertThat(
            listed(
                query(here, new Rule.Test("size", Operator.TO, List.of("1")), DocumentColumn.NAME)))
        .containsExactly("Bravo");
  }

  @Test
  void theTopListsAllDocumentsWhateverFolderTheyLieIn() {
    Document loose = document("Delta.txt", bytes("a"));
    assertThat(
            many.ids(
                    new DocumentQuery(
                        null,
                        "",
                        DocumentFilter.NONE,
                        Rule.EVERYTHING,
                        DocumentColumn.CHANGED,
                        true,
                        ZONE),
                    50)
                .flatMap(List::stream))
        .contains(loose.id(), table.id(), text.id(), picture.id());
  }

  @Test
  void aFolderIsListedInEveryOrder() {
    for (DocumentColumn column : DocumentColumn.values()) {
      if (column.sortable()) {
        assertThat(
                many.page(
                        new DocumentQuery(
                            folder, "", DocumentFilter.NONE, Rule.EVERYTHING, column, true, ZONE),
                        0,
                        50)
                    .rows())
            .as(column.name())
            .extracting(Document::id)
            .containsExactlyInAnyOrder(table.id(), text.id(), picture.id());
      }
    }
    assertThat(
            listed(
                new DocumentQuery(
                    folder,
                    "",
                    DocumentFilter.NONE,
                    Rule.EVERYTHING,
                    DocumentColumn.SIZE,
                    false,
                    ZONE)))
        .containsExactly("Bravo", "Alfa", "Charlie");
    assertThatThrownBy(() -> query(DocumentFilter.NONE, Rule.EVERYTHING, DocumentColumn.FOLDER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatSomebodySavedMeanwhileIsLeftAlone() {
    save(table, table.data().in(DocumentState.DRAFT));

    Set<DocumentId> stale =
        many.saveAll(
            Map.of(
                table, table.data().inFolder(null),
                text, text.data().inFolder(null)));

    assertThat(stale).containsExactly(table.id());
    assertThat(documents.find(table.id()).orElseThrow().data().folder()).isEqualTo(folder);
    assertThat(documents.find(text.id()).orElseThrow().data().folder()).isNull();
  }

  @Test
  void aReaderChangesNothing() {
    actAs(Role.READER);
    assertThatThrownBy(() -> many.saveAll(Map.of(text, text.data().inFolder(null))))
        .isInstanceOf(NotPermittedException.class);
    admin();
    assertThat(documents.find(text.id()).orElseThrow().data().folder()).isEqualTo(folder);
  }
}
