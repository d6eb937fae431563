package eu.rempart.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentLink;
import eu.rempart.document.folder.FolderId;
import eu.rempart.history.RecordRef;
import eu.rempart.picture.TestPictures;
import eu.rempart.preview.OfficeFiles;
import eu.rempart.recall.ui.RecallNavigation;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with one document, on its own page and on those of records. */
class DocumentScreensTest extends WithDocumentScreens {

  private ContactId contact;
  private RecordRef about;

  @BeforeEach
  void somebody() {
    contact = person("Doris", "Dokument");
    about = new RecordRef("contact", contact.value());
  }

  private void showTab(String tab) {
    open(ContactNavigation.details(contact), "tab=" + tab);
  }

  private void press(String label) {
    test(find(Button.class)
            .withCondition(b -> b.getAriaLabel().filter(label::equals).isPresent())
            .all()
            .getFirst())
        .click();
  }

  @Test
  void aFileThatWasBroughtStandsOnTheRecordAndInItsTimeline() {
    showTab("documents");
    UploadArea area = find(UploadArea.class).single();
    UUID upload = bring("Angebot Nord.txt", bytes("hello"));
    assertThat(area.progress(upload.toString()))
        .isEqualTo(new UploadArea.State(upload.toString(), 5, true, null));
    assertThat(area.finish(upload.toString()).problem()).isEmpty();

    assertThat(titles()).containsExactly("Angebot Nord");
    showTab("timeline");
    assertThat(titles()).containsExactly("Angebot Nord");
    click("Documents");
    assertThat(titles()).containsExactly("Angebot Nord");
  }

  @Test
  void whatIsRefusedIsSaidInASentence() {
    showTab("documents");
    UploadArea area = find(UploadArea.class).single();
    assertThat(area.begin("empty.txt", 0, "").problem()).contains("nothing in this file");
    assertThat(area.begin("huge.bin", 1e15, "").problem()).contains("too large");
    UUID disguised = bring("invoice.pdf", bytes("<!DOCTYPE html><html></html>"));
    assertThat(area.finish(disguised.toString()).problem()).contains("not what its name says");
    assertThat(area.finish(UUID.randomUUID().toString()).problem()).contains("not here whole");
    assertThat(area.finish("nonsense").problem()).isNotEmpty();
    assertThat(area.progress("nonsense")).isNull();
    assertThat(titles()).isEmpty();
  }

  @Test
  void aDocumentIsRenamedArchivedAndBroughtBack() {
    Document kept = document("first.txt", bytes("a"), about);
    show(DocumentNavigation.details(kept.id()));
    click("Edit");
    fill("Name", "");
    click("Save document");
    assertThat(find(TextField.class).withLabel("Name").all().getLast().isInvalid()).isTrue();
    fill("Name", "Renamed");
    click("Save document");
    assertThat(find(H1.class).single().getText()).isEqualTo("Renamed");

    click("Archive");
    assertThat(documents.find(kept.id())).isEmpty();
    click("Undo");
    assertThat(find(H1.class).single().getText()).isEqualTo("Renamed");
  }

  @Test
  void thePageLeadsToTheFolderInWhichItLies() {
    FolderId outer = folders.create(null, "Contracts");
    FolderId inner = folders.create(outer, "Signed");
    Document kept = document("lease.txt", bytes("a"));
    documents.save(kept.id(), 1, kept.data(), kept.data().inFolder(inner));

    show(DocumentNavigation.details(kept.id()));
    assertThat(
            find(Anchor.class)
                .withCondition(link -> link.getText().equals("Contracts / Signed"))
                .single()
                .getHref())
        .isEqualTo(DocumentNavigation.list(inner));
  }

  @Test
  void theStarPutsItAmongTheFavouritesAndALookAmongTheLast() {
    Document kept = document("starred.txt", bytes("a"));
    String page = DocumentNavigation.details(kept.id());
    show(page);
    test(find(Button.class).withAriaLabel("Favourite").single()).click();

    show(RecallNavigation.favourites());
    assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
        .filteredOn(page::equals)
        .as("in the navigation, among the favourites, and among the last")
        .hasSize(3);
    documents.archive(List.of(kept.id()));
    show(RecallNavigation.favourites());
    assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).doesNotContain(page);
  }

  @Test
  void whoeverWasFasterIsMergedFieldByField() {
    Document kept = document("first.txt", bytes("a"));
    show(DocumentNavigation.details(kept.id()));
    click("Edit");
    fill("Name", "Mine");
    FolderId folder = folders.create(null, "Theirs");
    documents.save(kept.id(), 1, kept.data(), kept.data().inFolder(folder));
    click("Save document");
    assertThat(says("changed this document meanwhile")).isTrue();
    click("Save document");

    Document now = documents.find(kept.id()).orElseThrow();
    assertThat(now.data().name()).isEqualTo("Mine");
    assertThat(now.data().folder()).isEqualTo(folder);
  }

  @Test
  void anotherVersionIsBroughtAndAnOlderOneUsedAgain() {
    Document kept = document("plan.txt", bytes("one"));
    show(DocumentNavigation.details(kept.id()));
    UploadArea area = find(UploadArea.class).single();
    assertThat(area.finish(bring("plan2.txt", bytes("two")).toString()).problem()).isEmpty();
    assertThat(documents.find(kept.id()).orElseThrow().file()).isNotEqualTo(kept.file());

    press("Use this one: version 1");
    assertThat(documents.find(kept.id()).orElseThrow().file()).isEqualTo(kept.file());
  }

  @Test
  void aDocumentIsLinkedWithMoreRecordsAndUnlinked() {
    Document kept = document("plan.txt", bytes("one"), about);
    firm("Verlinkt AG");
    show(DocumentNavigation.details(kept.id()));
    click("Link a record");
    ComboBox<?> box = find(ComboBox.class).withLabel("Contact, company or deal").single();
    test(find(Button.class).withText("Link").single()).click();
    assertThat(box.isInvalid()).isTrue();
    test(box, ComboBoxTester.class).setFilter("Verlinkt");
    test(box, ComboBoxTester.class).selectItem("Verlinkt AG");
    test(find(Button.class).withText("Link").single()).click();
    assertThat(filed.of(kept.id())).hasSize(2);
    assertThat(find(Anchor.class).withText("Verlinkt AG").exists()).isTrue();

    press("Remove the link to Verlinkt AG");
    assertThat(filed.of(kept.id())).extracting(DocumentLink::record).containsExactly(about);
    click("Undo");
    assertThat(filed.of(kept.id())).hasSize(2);
  }

  @Test
  void previewsShowTextAndPicturesAndSayWhatTheyDoNotShow() {
    previewed("a.txt", bytes("Plain words"));
    assertThat(find(Pre.class).single().getText()).isEqualTo("Plain words");
    previewed("a.png", TestPictures.file("png", 300, 200));
    assertThat(find(Image.class).withClassName("preview-page").exists()).isTrue();
    previewed("a.svg", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"));
    assertThat(find(Paragraph.class).withTextContaining("no preview").exists()).isTrue();
  }

  @Test
  void workbooksAndLettersAreSeenWithoutLeavingThePage() throws Exception {
    previewed("a.xls", OfficeFiles.oldWorkbook(2));
    assertThat(find(NativeTableCell.class).all())
        .extracting(NativeTableCell::getText)
        .contains("Quartz 1", "12.50");
    previewed("a.ods", OfficeFiles.openDocument("<table:table/>"));
    assertThat(find(Div.class).withClassName("preview-sheet").exists()).isTrue();
    previewed("a.docx", OfficeFiles.letter("Con", "tract"));
    assertThat(find(Pre.class).single().getText()).startsWith("Contract\n");
  }

  private void previewed(String name, byte[] content) {
    show(DocumentNavigation.details(document(name, content).id()));
    Awaitility.await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(
            () -> {
              roundTrip();
              return find(PreviewParts.class).exists();
            });
  }

  @Test
  void readersSaveAndSeeAndAreOfferedNothingElse() {
    Document kept = document("a.txt", bytes("a"), about);
    actAs(Role.READER);
    showTab("documents");
    assertThat(titles()).containsExactly("a");
    assertThat(find(UploadArea.class).exists()).isFalse();
    show(DocumentNavigation.details(kept.id()));
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Archive")).isFalse();
    assertThat(offers("Link a record")).isFalse();
    assertThat(find(Anchor.class).withClassName("document-download").exists()).isTrue();
  }
}
