package eu.rempart.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentOrder;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.folder.FolderId;
import eu.rempart.shell.GlobalSearch;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with many documents: folders, the search and the order. */
class DocumentListScreensTest extends WithDocumentScreens {

  @Autowired private DocumentGlobalSearch search;

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
    Awaitility.await().pollInSameThread().until(() -> documents.indexState().ready());
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
    Awaitility.await().pollInSameThread().until(() -> documents.indexState().ready());
    String word = "Zettelkasten" + UUID.randomUUID().toString().substring(0, 8);
    for (int i = 0; i < 53; i++) {
      document("%s %02d.txt".formatted(word, i), bytes("a"));
    }
    show("documents");
    fill("Search", word);
    assertThat(titles()).hasSize(50);
    click("Show more");
    assertThat(titles()).hasSize(53).doesNotHaveDuplicates();
    assertThat(find(Button.class).withText("Show more").exists()).isFalse();
  }

  @Test
  void documentsAreSortedAndNarrowedByWhatTheyAreFor() {
    Awaitility.await().pollInSameThread().until(() -> documents.indexState().ready());
    FolderId folder = folders.create(null, "Sorted " + UUID.randomUUID());
    Document large = document("Bravo.txt", bytes("a".repeat(3_000)), folder);
    document("Alfa.txt", bytes("a"), folder);
    document("Charlie.txt", bytes("a".repeat(20)), folder);
    DocumentData data = large.data();
    documents.save(
        large.id(),
        large.version(),
        data,
        new DocumentData(
            data.name(),
            data.folder(),
            DocumentSort.MINUTES,
            data.state(),
            data.published(),
            data.expires(),
            "What was said of the " + folder,
            data.owner()));
    open("documents", "folder=" + folder);
    assertThat(titles()).as("changed last").startsWith("Bravo");
    this.<DocumentOrder>choice("Sort by").setValue(DocumentOrder.NAME);
    assertThat(titles()).containsExactly("Alfa", "Bravo", "Charlie");
    this.<DocumentOrder>choice("Sort by").setValue(DocumentOrder.SIZE);
    assertThat(titles()).containsExactly("Bravo", "Charlie", "Alfa");

    this.<DocumentSort>choice("Kind").setValue(DocumentSort.MINUTES);
    assertThat(titles()).contains("Bravo").doesNotContain("Alfa", "Charlie");
    this.<DocumentSort>choice("Kind").setValue(DocumentSort.INVOICE);
    fill("Search", "Bravo");
    assertThat(titles()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private <T> Select<T> choice(String label) {
    return find(Select.class).withLabel(label).single();
  }

  @Test
  void theListSaysHowFarReadingIs() {
    document("new.txt", bytes("words"));
    show("documents");
    assertThat(find(Paragraph.class).withClassName("documents-reading").single().getText())
        .contains("documents are found so far");
  }
}
