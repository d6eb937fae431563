package eu.rempart.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.rempart.Patience;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.folder.FolderId;
import eu.rempart.picture.TestPictures;
import eu.rempart.savedview.SavedView;
import eu.rempart.savedview.SavedViewService;
import eu.rempart.savedview.ViewContent;
import eu.rempart.search.Indexes;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.list.RecordGrid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with many documents: folders, the search and the order. */
class DocumentListScreensTest extends WithDocumentScreens {

  @Autowired private DocumentGlobalSearch search;
  @Autowired private SavedViewService views;

  /** What the list is asked for, and shows. */
  @Override
  @SuppressWarnings("unchecked")
  protected List<String> titles() {
    RecordGrid<Object> list = find(RecordGrid.class).single();
    return IntStream.range(0, test(grid()).size())
        .mapToObj(i -> list.titleOf(test(grid()).getRow(i)))
        .toList();
  }

  private void awaitNotice(String words) {
    Awaitility.await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(says(words)).isTrue();
            });
  }

  private List<FolderId> folder(List<Document> all) {
    return all.stream()
        .map(each -> documents.find(each.id()).orElseThrow().data().folder())
        .toList();
  }

  @Test
  void documentsLieInFoldersThatAreMadeRenamedAndArchived() {
    show("documents");
    click("New folder");
    fill("Name", "Contracts 2026");
    click("Save folder");
    FolderId folder =
        folders.all().stream()
            .filter(each -> each.name().equals("Contracts 2026"))
            .findFirst()
            .orElseThrow()
            .id();
    Document kept = document("inside.txt", bytes("a"), folder);
    open("documents", "folder=" + folder);
    assertThat(titles()).containsExactly("inside");

    click("Archive folder");
    assertThat(says("Something lies in this folder")).isTrue();
    documents.archive(List.of(kept.id()));
    click("Rename folder");
    fill("Name", "Contracts 2027");
    click("Save folder");
    click("Archive folder");
    assertThat(folders.all()).extracting(each -> each.id()).doesNotContain(folder);
    click("Undo");
    assertThat(folders.all()).extracting(each -> each.name()).contains("Contracts 2027");
  }

  @Test
  void documentsAreFoundByWordsHereAndEverywhere() {
    Indexes.awaitReady(documents::indexState);
    Document kept = document("Heuhaufen Nadel.txt", bytes("a"));
    show("documents");
    fill("Search", "heuhauf");
    assertThat(titles()).containsExactly("Heuhaufen Nadel");
    fill("Search", "niemals dagewesen");
    assertThat(titles()).isEmpty();
    assertThat(search.find("heuhauf", 5).getFirst().hits())
        .extracting(GlobalSearch.Hit::route)
        .contains(DocumentNavigation.details(kept.id()));
  }

  @Test
  void whatIsFoundGoesOnPageByPage() {
    Indexes.awaitReady(documents::indexState);
    String word = "Zettelkasten" + UUID.randomUUID().toString().substring(0, 8);
    for (int i = 0; i < 53; i++) {
      document("%s %02d.txt".formatted(word, i), bytes("a"));
    }
    show("documents");
    fill("Search", word);
    assertThat(titles()).hasSize(53).doesNotHaveDuplicates();
  }

  @Test
  void documentsAreSortedAndNarrowedByWhatTheyAreFor() {
    Indexes.awaitReady(documents::indexState);
    FolderId folder = folders.create(null, "Sorted " + UUID.randomUUID());
    Document large = document("Bravo.txt", bytes("a".repeat(3_000)), folder);
    document("Alfa.txt", bytes("a"), folder);
    document("Charlie.txt", bytes("a".repeat(20)), folder);
    DocumentData data = large.data();
    documents.save(large.id(), large.version(), data, data.sortedAs(DocumentSort.MINUTES));
    open("documents", "folder=" + folder);
    assertThat(titles()).as("changed last").startsWith("Bravo");
    open("documents", "folder=" + folder + "&sort=name");
    assertThat(titles()).containsExactly("Alfa", "Bravo", "Charlie");
    open("documents", "folder=" + folder + "&sort=-size");
    assertThat(titles()).containsExactly("Bravo", "Charlie", "Alfa");
    open("documents", "folder=" + folder + "&sort=nonsense");
    assertThat(titles()).startsWith("Bravo");

    open("documents", "kind=MINUTES");
    assertThat(titles()).contains("Bravo").doesNotContain("Alfa", "Charlie");
    open("documents", "kind=INVOICE");
    fill("Search", "Bravo");
    assertThat(titles()).isEmpty();
  }

  @Test
  void filtersAreChipsThatAreTakenAwayAndHideTheFolders() {
    Indexes.awaitReady(documents::indexState);
    FolderId folder = folders.create(null, "Chips " + UUID.randomUUID());
    document("Chip table.csv", bytes("a;b\n1;2\n"), folder);
    document("Chip text.txt", bytes("a"), folder);

    open("documents", "type=TABLE&in=" + folder);

    assertThat(titles()).containsExactly("Chip table");
    assertThat(offers("New folder")).isFalse();
    List<NativeButton> chips = find(NativeButton.class).withClassName("chip").all();
    assertThat(chips).hasSize(2);
    test(chips.getFirst()).click();
    assertThat(titles()).containsExactlyInAnyOrder("Chip table", "Chip text");
    test(find(NativeButton.class).withClassName("chip").single()).click();
    assertThat(offers("New folder")).isTrue();
  }

  @Test
  void aViewOfDocumentsIsKeptAndShownAgain() {
    Indexes.awaitReady(documents::indexState);
    FolderId folder = folders.create(null, "Viewed " + UUID.randomUUID());
    document("View table.csv", bytes("a;b\n1;2\n"), folder);
    document("View text.txt", bytes("a"), folder);
    document("View picture.png", TestPictures.file("png", 9, 9), folder);
    SavedView view =
        views.create(
            "document",
            "Tables and pictures",
            false,
            new ViewContent(
                "",
                Map.of("in", List.of(folder.toString())),
                new Rule.Any(
                    List.of(
                        new Rule.Test("type", Operator.IS, List.of("TABLE")),
                        new Rule.Test("type", Operator.IS, List.of("PICTURE")))),
                List.of("name", "size", "added"),
                "name",
                true,
                null));

    open("documents", "view=" + view.id());

    assertThat(titles()).containsExactly("View table", "View picture");
    RecordGrid<?> list = find(RecordGrid.class).single();
    assertThat(list.columns()).containsExactly("name", "size", "added");
  }

  @Test
  @SuppressWarnings("unchecked")
  void allThatMatchAreMovedAndThatIsTakenBack() {
    Indexes.awaitReady(documents::indexState);
    FolderId from = folders.create(null, "From " + UUID.randomUUID());
    FolderId to = folders.create(null, "To " + UUID.randomUUID());
    List<Document> all =
        List.of(document("Move a.txt", bytes("a"), from), document("Move b.txt", bytes("b"), from));
    open("documents", "folder=" + from);
    assertThat(titles()).hasSize(2);
    for (int i = 0; i < 2; i++) {
      grid().select(test(grid()).getRow(i));
    }
    click("Edit a field");
    Select<BulkField<?>> which = find(Select.class).withLabel("Field").single();
    which.setValue(
        which
            .getListDataView()
            .getItems()
            .filter(field -> field.column().equals("folder_id"))
            .findFirst()
            .orElseThrow());
    ComboBox<FolderId> place =
        find(ComboBox.class).withLabel("Folder").withCondition(box -> box.isVisible()).single();
    place.setValue(to);
    click("Edit a field");
    awaitNotice("2 records edited");

    assertThat(folder(all)).containsOnly(to);
    open("documents", "folder=" + to);
    assertThat(titles()).hasSize(2);
    click("Undo");
    awaitNotice("2 records as before");
    assertThat(folder(all)).containsOnly(from);
  }

  @Test
  void theListSaysHowFarReadingIs() {
    document("new.txt", bytes("words"));
    show("documents");
    assertThat(find(Paragraph.class).withClassName("documents-reading").single().getText())
        .contains("documents are found so far");
  }
}
