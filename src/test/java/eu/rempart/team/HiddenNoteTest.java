package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.FileService;
import eu.rempart.document.file.UploadService;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.note.NoteService;
import eu.rempart.note.Written;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not read a record sees neither what was noted about it nor what was filed for it. */
class HiddenNoteTest extends WithNarrowedMembers {

  @Autowired private NoteService notes;
  @Autowired private DocumentService documents;
  @Autowired private DocumentLinkService filed;
  @Autowired private UploadService uploads;
  @Autowired private FileService files;
  @Autowired private HistoryService history;

  private SignedInMember eve;
  private RecordRef hidden;
  private Note note;
  private Document document;

  @BeforeEach
  void hide() throws Exception {
    Awaitility.await()
        .pollInSameThread()
        .until(() -> notes.indexState().ready() && documents.indexState().ready());
    eve = narrowed(Role.MEMBER, only(Scope.OWN));
    UUID admin = admin().memberId();
    hidden = new RecordRef("contact", person("Verborgen", admin).value());
    note = ((Written.Kept) notes.write(hidden, "<p>Quincewater secret</p>")).note();
    UUID upload = uploads.begin("Quincewater.txt", 3, "").id();
    uploads.append(upload, 0, new ByteArrayInputStream(new byte[] {'a', 'b', 'c'}));
    document = ((Brought.Kept) documents.create(upload, null, List.of(hidden))).document();
  }

  @Test
  void neitherIsFoundListedOrOpened() {
    assertThat(as(eve, () -> notes.search("quincewater", 5))).isEmpty();
    assertThat(as(eve, () -> notes.find(note.id()))).isEmpty();
    assertThat(as(eve, () -> notes.keys(hidden, null, 5))).isEmpty();
    assertThat(as(eve, () -> documents.search("quincewater", 5))).isEmpty();
    assertThat(as(eve, () -> documents.find(document.id()))).isEmpty();
    assertThat(as(eve, () -> filed.keys(hidden, null, 5))).isEmpty();
    assertThat(as(eve, () -> documents.in(null, 0, 50))).isEmpty();
    assertThat(as(eve, () -> files.find(document.file()))).isEmpty();
    assertThat(as(eve, () -> history.name(new RecordRef("note", note.id().value())))).isEmpty();
    assertThat(notes.search("quincewater", 5)).as("who may").isNotEmpty();
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
