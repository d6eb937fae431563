package eu.rempart.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.TimelineKey;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.history.RecordRef;
import eu.rempart.richtext.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoteRepositoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final RichText TEXT = RichText.clean("<p>Likes <strong>hemp</strong></p>");

  private NoteRepository notes;
  private Writes writes;
  private UUID member;

  @BeforeEach
  void open() {
    member = database.member("MEMBER");
    writes = database.writes(member);
    notes = new NoteRepository(database.app(), new TestSealing());
  }

  private RecordRef contact() {
    UUID id = UUID.randomUUID();
    writes.run(
        Reason.EDIT, change -> database.app().execute("INSERT INTO contact (id) VALUES (?)", id));
    return new RecordRef("contact", id);
  }

  private NoteId note(RecordRef about, boolean pinned) {
    NoteId id = new NoteId(UUID.randomUUID());
    writes.run(Reason.EDIT, change -> notes.insert(List.of(new NewNote(id, about, TEXT, pinned))));
    return id;
  }

  private UUID archive(String table, UUID id) {
    writes.run(
        Reason.ARCHIVE,
        change -> database.app().execute("DELETE FROM " + table + " WHERE id = ?", id));
    return database
        .app()
        .fetchSingle("SELECT archive_id FROM archive_entry WHERE root_id = ?", id)
        .get(0, UUID.class);
  }

  @Test
  void everyColumnOfANoteSurvives() {
    RecordRef about = contact();
    NoteId id = note(about, true);

    Note kept = notes.find(id).orElseThrow();
    assertThat(kept.about()).isEqualTo(about);
    assertThat(kept.body().orNull()).isEqualTo(TEXT);
    assertThat(kept.pinned()).isTrue();
    assertThat(kept.version()).isEqualTo(1);
    assertThat(kept.created().memberId()).isEqualTo(member);
  }

  @Test
  void aStaleVersionIsNotWritten() {
    NoteId id = note(contact(), false);
    RichText other = RichText.clean("<p>Other</p>");

    assertThat(update(id, 1, other)).isTrue();
    assertThat(update(id, 1, TEXT)).isFalse();
    assertThat(notes.find(id).orElseThrow().body().orNull()).isEqualTo(other);
  }

  private boolean update(NoteId id, int version, RichText text) {
    return writes.inTransaction(Reason.EDIT, change -> notes.update(id, version, text));
  }

  @Test
  void pagesByKeyHoldEveryNoteOnceAndNoPinnedOne() {
    RecordRef about = contact();
    List<UUID> written = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      written.add(note(about, false).value());
    }
    note(about, true);
    note(contact(), false);

    List<UUID> read = new ArrayList<>();
    TimelineKey last = null;
    for (List<TimelineKey> page = notes.keys(about, last, 3);
        !page.isEmpty();
        page = notes.keys(about, last, 3)) {
      page.forEach(key -> read.add(key.id()));
      last = page.getLast();
    }
    assertThat(read).containsExactlyElementsOf(written.reversed());
    assertThat(notes.pinned(about, 10)).hasSize(1);
  }

  @Test
  void aNoteGoesToTheBinWithItsRecordAndComesBackWithIt() {
    RecordRef about = contact();
    NoteId id = note(about, false);

    UUID entry = archive("contact", about.id());
    assertThat(notes.find(id)).isEmpty();

    KeptTable.restore(database.app(), entry);
    assertThat(notes.find(id)).get().extracting(Note::about).isEqualTo(about);
  }

  @Test
  void aNoteThatWasArchivedBeforeItsRecordWaitsForIt() {
    RecordRef about = contact();
    NoteId id = note(about, false);
    UUID note = archive("note", id.value());
    UUID contact = archive("contact", about.id());

    assertThat(database.app().fetch("SELECT * FROM rempart.restore_conflicts(?)", note))
        .singleElement()
        .satisfies(row -> assertThat(row.get("conflict")).isEqualTo("PARENT_ARCHIVED"));
    KeptTable.restore(database.app(), contact);
    assertThat(KeptTable.restore(database.app(), note)).isEqualTo(1);
    assertThat(notes.find(id)).isPresent();
  }

  @Test
  void aNoteIsAboutOneRecordExactly() {
    UUID id = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                database
                    .app()
                    .execute(
                        "INSERT INTO note (id, body) VALUES (?, ?)",
                        id,
                        TEXT.html().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasMessageContaining("note_check");
  }
}
