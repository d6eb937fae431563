package eu.rempart.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.archive.ArchiveService;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.contact.ContactId;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.document.file.StoredFile;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.search.Indexes;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DocumentServiceTest extends WithFiles {

  @Autowired private ArchiveService archive;
  @Autowired private HistoryService history;
  private RecordRef contact;
  private RecordRef company;

  @BeforeEach
  void somebody() {
    contact = new RecordRef("contact", person("Doris", "Dokument").value());
    company = new RecordRef("company", firm("Papierfabrik").value());
  }

  @Test
  void aDocumentIsKeptFoundAndLinkedWithSeveralRecords() {
    Indexes.awaitReady(documents::indexState);
    Document kept = document("Zeppelin contract.txt", bytes("hello"), contact, company);

    assertThat(kept.data().name()).isEqualTo("Zeppelin contract");
    assertThat(content(kept)).isEqualTo(bytes("hello"));
    assertThat(filed.of(kept.id()))
        .extracting(DocumentLink::record)
        .containsExactly(contact, company);
    assertThat(filed.keys(company, null, 5))
        .extracting(key -> key.id())
        .containsExactly(kept.id().value());
    assertThat(documents.search("zeppel", 5)).extracting(Document::id).containsExactly(kept.id());
    filed.link(kept.id(), contact);
    assertThat(filed.of(kept.id())).as("twice is once").hasSize(2);
  }

  @Test
  void versionsStayAndAnyOfThemCountsAgain() throws Exception {
    Document first = document("plan.txt", bytes("one"));
    documents.addFile(first.id(), bring("plan new.txt", bytes("two")));

    Document now = documents.find(first.id()).orElseThrow();
    assertThat(content(now)).isEqualTo(bytes("two"));
    assertThat(files.of(first.id().value())).extracting(StoredFile::number).containsExactly(2, 1);
    assertThat(documents.use(first.id(), first.file())).isTrue();
    assertThat(content(documents.find(first.id()).orElseThrow())).isEqualTo(bytes("one"));
    assertThat(documents.use(first.id(), document("other.txt", bytes("x")).file())).isFalse();
    assertThat(history.timeline(new RecordRef("document", first.id().value()))).hasSize(5);
  }

  @Test
  void aFileInDisguiseVanishesAndNothingIsKept() {
    UUID upload = bring("invoice.pdf", bytes("<!DOCTYPE html><html><script>x</script></html>"));

    assertThatThrownBy(() -> documents.create(upload, null, List.of(contact)))
        .isInstanceOfSatisfying(
            FileRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(FileRefusedException.Reason.OTHER_KIND));
    assertThat(uploads.find(upload)).isEmpty();
    assertThat(filed.keys(contact, null, 5)).isEmpty();
  }

  @Test
  void aDocumentOfAnyLengthComesBackFromTheBinWithItsFilesAndLinks() {
    byte[] large = new byte[3 * 64 * 1024 + 17];
    new java.util.Random(1).nextBytes(large);
    Document kept = document("large.bin", large, contact);
    UUID change = documents.archive(List.of(kept.id()));
    assertThat(documents.find(kept.id())).isEmpty();
    assertThat(files.find(kept.file())).isEmpty();
    assertThatThrownBy(
            () -> sql("DELETE FROM document_chunk WHERE file_id = ?", kept.file().value()))
        .as("an operator does not reach into the bin")
        .hasStackTraceContaining("refused");

    archive.undo(change);
    assertThat(content(documents.find(kept.id()).orElseThrow())).isEqualTo(large);
    assertThat(filed.of(kept.id())).hasSize(1);
  }

  @Test
  void ofAnArchivedContactTheDocumentStaysAndTheLinkComesBack() {
    Document kept = document("a.txt", bytes("a"), contact, company);
    UUID change = contacts.archive(List.of(new ContactId(contact.id())));
    assertThat(filed.of(kept.id())).extracting(DocumentLink::record).containsExactly(company);
    archive.undo(change);
    assertThat(filed.of(kept.id())).hasSize(2);
  }

  @Test
  void nobodyChangesOrAddsToWhatIsKept() {
    Document kept = document("a.txt", bytes("a"));
    UUID file = kept.file().value();

    for (String statement :
        List.of(
            "UPDATE document_chunk SET content = '' WHERE file_id = ?",
            "DELETE FROM document_chunk WHERE file_id = ?",
            "INSERT INTO document_chunk (file_id, number, content) VALUES (?, 99, '')")) {
      assertThatThrownBy(() -> sql(statement, file)).hasStackTraceContaining("refused");
    }
    assertThat(content(kept)).isEqualTo(bytes("a"));
  }

  @Test
  void whatOneSavedMeanwhileIsNotOverwritten() {
    Document kept = document("a.txt", bytes("a"));
    DocumentData before = kept.data();
    documents.save(kept.id(), 1, before, before.inFolder(new FolderId(UUID.randomUUID())));

    assertThat(documents.save(kept.id(), 1, before, DocumentData.named("Mine", null, null)))
        .isInstanceOf(SaveResult.Stale.class);
  }

  @Test
  void everyFieldIsKept() {
    Document kept = document("a.txt", bytes("a"));
    FolderId folder = folders.create(null, "Contracts");
    DocumentData full =
        new DocumentData(
            "Frame contract",
            folder,
            DocumentSort.CONTRACT,
            DocumentState.DRAFT,
            LocalDate.of(2026, 1, 2),
            LocalDate.of(2027, 1, 2),
            "About hemp",
            UUID.randomUUID(),
            Set.of(UUID.randomUUID()),
            CustomValues.NONE.with(UUID.randomUUID(), "of a field that is gone"));
    assertThat(DocumentField.changed(kept.data(), full)).hasSize(DocumentField.values().length);

    documents.save(kept.id(), 1, kept.data(), full);

    assertThat(documents.find(kept.id()).orElseThrow().data()).isEqualTo(full);
    assertThat(documents.in(folder, 0, 5)).extracting(Document::id).containsExactly(kept.id());
    assertThatThrownBy(
            () ->
                documents.save(
                    kept.id(),
                    2,
                    full,
                    new DocumentData(
                        "x",
                        null,
                        null,
                        DocumentState.VALID,
                        LocalDate.of(2026, 1, 2),
                        LocalDate.of(2026, 1, 1),
                        null,
                        null,
                        Set.of(),
                        CustomValues.NONE)))
        .isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void foldersAreATreeOfWhichOnlyEmptyOnesGo() {
    FolderId outer = folders.create(null, "Outer");
    FolderId inner = folders.create(outer, "Inner");
    assertThat(FolderService.path(folders.all(), inner))
        .extracting(Folder::name)
        .containsExactly("Outer", "Inner");
    assertThat(folders.archive(outer)).isEmpty();
    assertThatThrownBy(() -> folders.save(outer, inner, "Outer"))
        .isInstanceOf(InvalidFieldException.class);
    Document kept = document("a.txt", bytes("a"), inner);
    assertThat(folders.archive(inner)).isEmpty();
    documents.save(kept.id(), 1, kept.data(), kept.data().inFolder(null));

    UUID change = folders.archive(inner).orElseThrow();
    assertThat(folders.all()).extracting(Folder::id).doesNotContain(inner).contains(outer);
    archive.undo(change);
    assertThat(folders.all()).extracting(Folder::id).contains(inner);
  }

  @Test
  void readersReadAndBringNothing() {
    Document kept = document("a.txt", bytes("a"));
    actAs(Role.READER);

    assertThat(content(kept)).isEqualTo(bytes("a"));
    assertThatThrownBy(() -> uploads.begin("b.txt", 1, ""))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> documents.archive(List.of(kept.id())))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> folders.create(null, "x")).isInstanceOf(NotPermittedException.class);
    actAs(Role.ENGINEER);
    assertThatThrownBy(() -> documents.find(kept.id())).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> files.find(kept.file())).isInstanceOf(NotPermittedException.class);
  }
}
