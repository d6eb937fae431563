package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentColumn;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentFilter;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.document.DocumentQuery;
import eu.rempart.document.DocumentService;
import eu.rempart.document.ManyDocumentsService;
import eu.rempart.document.file.FileService;
import eu.rempart.document.file.UploadService;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.note.NoteService;
import eu.rempart.note.Written;
import eu.rempart.recall.RecallService;
import eu.rempart.search.Indexes;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.Bookmarks;
import eu.rempart.shell.GlobalSearch;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not read a record sees neither what was noted about it nor what was filed for it. */
class HiddenNoteTest extends WithHiddenRecords {

  @Autowired private NoteService notes;
  @Autowired private DocumentService documents;
  @Autowired private ManyDocumentsService many;
  @Autowired private DocumentLinkService filed;
  @Autowired private UploadService uploads;
  @Autowired private FileService files;
  @Autowired private FolderService folders;
  @Autowired private RecallService recall;
  @Autowired private Bookmarks bookmarks;

  private RecordRef hidden;
  private Note note;
  private Document document;

  @BeforeEach
  void write() throws Exception {
    Indexes.awaitReady(notes::indexState, documents::indexState);
    hidden = new RecordRef("contact", person.value());
    note = ((Written.Kept) notes.write(hidden, "<p>Quince " + word + "</p>")).note();
    UUID upload = uploads.take("Paper " + word + ".txt", new byte[] {'a', 'b', 'c'});
    document = ((Brought.Kept) documents.create(upload, null, List.of(hidden))).document();
  }

  private static DocumentQuery listed(String text, DocumentColumn sort) {
    return new DocumentQuery(
        null, text, DocumentFilter.NONE, Rule.EVERYTHING, sort, true, ZoneOffset.UTC);
  }

  @Test
  void neitherIsFoundListedOrOpened() {
    assertThat(as(eve, () -> notes.search(word, 5))).isEmpty();
    assertThat(as(eve, () -> notes.find(note.id()))).isEmpty();
    assertThat(as(eve, () -> notes.keys(hidden, null, 5))).isEmpty();
    for (DocumentColumn order : DocumentColumn.values()) {
      if (order.sortable()) {
        assertThat(as(eve, () -> many.page(listed(word, order), 0, 50).total())).isZero();
        assertThat(as(eve, () -> many.page(listed("", order), 0, 50).rows())).isEmpty();
      }
    }
    assertThat(many.page(listed(word, DocumentColumn.NAME), 0, 50).total()).isOne();
    assertThat(as(eve, () -> documents.search(word, 5))).isEmpty();
    assertThat(as(eve, () -> documents.find(document.id()))).isEmpty();
    assertThat(as(eve, () -> filed.keys(hidden, null, 5))).isEmpty();
    assertThat(as(eve, () -> documents.in(null, 0, 50))).isEmpty();
    assertThat(as(eve, () -> files.find(document.file()))).isEmpty();
    for (RecordRef ref :
        List.of(
            new RecordRef("note", note.id().value()),
            new RecordRef("document", document.id().value()))) {
      assertThat(as(eve, () -> history.name(ref))).as(ref.kind()).isEmpty();
      assertThat(as(eve, () -> history.timeline(ref))).as(ref.kind()).isEmpty();
    }
    for (GlobalSearch each : searches) {
      assertThat(as(eve, () -> each.find(word, 10))).isEmpty();
    }
    assertThat(notes.search(word, 5)).as("who may").isNotEmpty();
  }

  @Test
  void onesOwnIsFoundAmongManyThatAreHidden() {
    RecordRef mine = new RecordRef("contact", person("Eigen", eve.memberId()).value());
    String shared = "s" + word;
    for (int i = 0; i < 8; i++) {
      notes.write(hidden, "<p>Another " + shared + "</p>");
    }
    notes.write(mine, "<p>Zucchini " + shared + "</p>");
    assertThat(notes.search(shared, 20)).hasSize(9);
    assertThat(as(eve, () -> notes.search(shared, 5)))
        .singleElement()
        .extracting(Note::about)
        .isEqualTo(mine);
  }

  @Test
  void noAddressAndNoAnswerToTheBrowserTellsThem() {
    pagesSayNothing("documents", "documents/" + document.id(), "notes/" + note.id(), "notices");
    assertThat(sent("documents")).as("who may is sent it").contains(word);
  }

  @Test
  void aFolderOfOthersDocumentsIsNotTakenForAnEmptyOne() {
    FolderId folder = folders.create(null, "Folder " + word);
    documents.save(
        document.id(),
        document.version(),
        document.data(),
        DocumentData.named("Paper", folder, admin().memberId()));
    assertThat(as(eve, () -> documents.in(folder, 0, 5))).isEmpty();
    assertThat(as(eve, () -> folders.archive(folder))).isEmpty();
    assertThat(folders.all()).extracting(Folder::id).contains(folder);

    FolderId empty = folders.create(null, "Empty " + word);
    assertThat(as(eve, () -> folders.archive(empty))).isPresent();
  }

  @Test
  void aDocumentThatWasMarkedOrLookedAtBeforeIsNotNamedAnyMore() {
    RecordRef ref = new RecordRef("document", document.id().value());
    as(
        eve,
        () -> {
          recall.mark(ref, true);
          recall.visited(ref);
          return true;
        });
    assertThat(as(eve, () -> bookmarks.favourites(20))).isEmpty();
    assertThat(as(eve, () -> bookmarks.recent(20))).isEmpty();
    pagesSayNothing("favourites", "");
  }

  @Test
  void noStepIsTakenOnThem() {
    as(eve, () -> documents.archive(List.of(document.id())));
    assertThat(as(eve, () -> documents.use(document.id(), document.file()))).isFalse();
    assertThat(as(eve, () -> filed.link(document.id(), new RecordRef("deal", own.value()))))
        .isFalse();
    assertThat(documents.find(document.id()).orElseThrow().version()).isEqualTo(1);
    assertThat(filed.of(document.id())).hasSize(1);
  }

  @Test
  void nobodyWritesAboutWhatTheyMayNotRead() {
    assertThat(as(eve, () -> notes.rewrite(note.id(), 1, "<p>x</p>")))
        .isInstanceOf(Written.Gone.class);
    assertThat(as(eve, () -> notes.write(hidden, "<p>x</p>"))).isInstanceOf(Written.Gone.class);
    assertThat(notes.keys(hidden, null, 5)).hasSize(1);
  }

  @Test
  void whoMayNotReadTheRecordCanNotBeMentioned() {
    assertThat(notes.mentionable(hidden)).doesNotContainKey(eve.memberId());
    Written.Kept kept =
        (Written.Kept)
            notes.write(
                hidden, "<p><span data-mention=\"%s\">@Eve</span></p>".formatted(eve.memberId()));
    assertThat(kept.untold()).containsExactly("Eve");

    RecordRef own = new RecordRef("contact", person("Eigen", eve.memberId()).value());
    assertThat(notes.mentionable(own)).containsKey(eve.memberId());
    assertThat(as(eve, () -> notes.write(own, "<p>Mine</p>"))).isInstanceOf(Written.Kept.class);
  }
}
