package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;

import eu.rempart.archive.ArchiveService;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.history.RecordRef;
import eu.rempart.home.HomeFolder;
import eu.rempart.note.Note;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.richtext.RichText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was erased is erased again at every start, and no start fails for it. */
class ErasureReplayTest extends WithTraces {

  @Autowired private ErasureReplay replay;
  @Autowired private HomeFolder home;
  @Autowired private ArchiveService archive;
  @Autowired private QuoteService quotes;
  @Autowired private QuoteStepService steps;
  @Autowired private LetterheadService letterheads;

  @Test
  void aDraftThatLostFormerTextsIsIssuedAndTheServerStartsAllTheSame() {
    letterheads.save(letterheads.find().version(), TestQuotes.FIRM);
    QuoteId draft = renamed("Roof of " + name(), "Roof");
    erase(draft, Treatment.FORMER);
    Quote found = quotes.find(draft).orElseThrow();
    TestQuotes.done(steps.issue(draft, found.version(), TestQuotes.DAY));
    Quote issued = quotes.find(draft).orElseThrow();

    assertThatCode(replay::run).doesNotThrowAnyException();

    assertThat(quotes.find(draft).orElseThrow().version()).isEqualTo(issued.version());
    assertThat(opened()).isEmpty();
  }

  @Test
  void versionsOfADraftGoAgainFromAQuoteThatIsIssuedAndNoOthers() {
    letterheads.save(letterheads.find().version(), TestQuotes.FIRM);
    QuoteId draft = renamed("Roof of " + name(), "Roof");
    sql(
        "CREATE TABLE quote_backup AS SELECT * FROM quote_history WHERE id = '%s'"
            .formatted(draft.value()));
    erase(draft, Treatment.FORMER);
    Quote found = quotes.find(draft).orElseThrow();
    TestQuotes.done(steps.issue(draft, found.version(), TestQuotes.DAY));
    int versions = count("quote_history", "id", draft.value());
    // as an older backup would bring it back
    sql("ALTER TABLE quote_history DISABLE TRIGGER USER");
    sql("INSERT INTO quote_history SELECT * FROM quote_backup");
    sql("ALTER TABLE quote_history ENABLE TRIGGER USER");
    sql("DROP TABLE quote_backup");
    assertThat(count("quote_history", "id", draft.value())).isEqualTo(versions + 1);

    replay.run();

    assertThat(count("quote_history", "id", draft.value())).isEqualTo(versions);
    assertThat(opened()).isEmpty();
  }

  @Test
  void textsOfOthersThatWereKeptGoWithWhoeverIsErasedNext() throws IOException {
    ContactId max = contacts.create(withMail(address));
    links.link(max, firm, new LinkData("Clerk", null, true, true));
    var kept = contacts.find(max).orElseThrow();
    contacts.save(max, kept.version(), kept.data(), withMail("max@other.example"));
    PersonTrace trace = of(traces(), new RecordRef("contact", max.value()));
    assertThat(trace.proposed()).isEqualTo(Treatment.FORMER);
    assertThat(privacy.erase(lea, Map.of(trace, Treatment.FORMER))).isPresent();
    String line = "\"record\":\"%s\"".formatted(max.value());
    assertThat(Files.readString(home.resolve("erased-records"))).contains(line);

    assertThat(privacy.erase(max, Map.of())).isPresent();

    assertThat(Files.readString(home.resolve("erased-records")))
        .contains(max.value().toString(), lea.value().toString())
        .doesNotContain(line);
  }

  @Test
  void whatCouldNotBeWrittenDownIsToldAndTheNextStartMakesUpForIt()
      throws IOException, InterruptedException {
    Note note = note(firmRef(), "Spoke to " + name());
    Map<PersonTrace, Treatment> chosen = Map.of(of(traces(), ref(note)), Treatment.ERASE);
    Path file = home.resolve("erased-records");
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.deleteIfExists(file);
    Files.createDirectory(file);
    ErasureJob job;
    try {
      job = privacy.start(lea, chosen);
      job.await();
      assertThatCode(replay::run).doesNotThrowAnyException();
    } finally {
      Files.delete(file);
      home.write("erased-records", before.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(job.state()).isEqualTo(ErasureJob.State.DONE);
    assertThat(job.certificate().orElseThrow().remembered()).isFalse();

    replay.run();

    List<String> lines = Files.readAllLines(file);
    List<String> kept = before.lines().toList(); // nothing, where this test is the first
    assertThat(lines.subList(0, kept.size())).isEqualTo(kept);
    assertThat(lines)
        .contains(
            lea.value().toString(),
            "{\"kind\":\"note\",\"record\":\"%s\",\"how\":\"erase\"}".formatted(note.id().value()));
    String now = Files.readString(file);
    replay.run();
    assertThat(Files.readString(file)).isEqualTo(now);
  }

  private static ContactData withMail(String mail) {
    return ContactData.builder()
        .lastName("Max")
        .emails(List.of(EmailEntry.of(EmailAddress.of(mail), EmailKind.WORK, true)))
        .build();
  }

  @Test
  void aLineOfWhichNothingCanBeMadeStopsNeitherTheStartNorTheOthers() throws IOException {
    Note note = note(firmRef(), "Nobody");
    Path file = home.resolve("erased-records");
    String before = Files.exists(file) ? Files.readString(file) : "";
    String lines =
        """
        no-id-at-all
        {"kind":"gone","record":"%1$s","how":"erase"}
        {"kind":"gone","record":"%1$s","how":"former","changed":[],"kept":{}}
        {"kind":"note","record":"%1$s","how":"former","changed":["2026-01-01T00:00Z"],"kept":{"gone":"AAAA"}}
        {"kind":"note","record":"no id","how":"erase"}
        {torn
        {"kind":"note","record":"%1$s","how":"erase"}
        """
            .formatted(note.id().value());
    home.write("erased-records", (before + lines).getBytes(StandardCharsets.UTF_8));
    try {
      assertThatCode(replay::run).doesNotThrowAnyException();
      assertThat(count("note", "id", note.id().value())).isZero();
    } finally {
      home.write("erased-records", before.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatLayInTheBinAtTheErasureComesBackFromAnOlderBackupWithTodaysText() {
    Note note = note(firmRef(), "Spoke to " + name());
    backUp("note", note);
    notes.rewrite(note.id(), 1, "<p>Spoke to the boss</p>");
    notes.archive(note.id());
    eraseFormer(note);

    // as the backup has it: live, with the text that named the person, and not in the bin
    bring("note", note);

    replay.run();

    assertThat(opened()).isEmpty();
    assertThat(text(note)).isEqualTo("Spoke to the boss");
  }

  @Test
  void whatLayInTheBinOfAnOlderBackupHasTodaysTextThereToo() {
    Note note = note(firmRef(), "Spoke to " + name());
    UUID change = notes.archive(note.id());
    backUp("note_archive", note);
    archive.undo(change);
    notes.rewrite(note.id(), 2, "<p>Spoke to the boss</p>");
    eraseFormer(note);

    bring("note_archive", note);
    assertThat(opened()).isNotEmpty();

    replay.run();

    assertThat(opened()).isEmpty();
    assertThat(count("note_archive", "id", note.id().value())).isEqualTo(1);
    int told = again(note);
    replay.run();
    assertThat(again(note)).as("a second start changes nothing").isEqualTo(told);
  }

  private int again(Note note) {
    return dsl.fetchCount(
        table("ledger"),
        condition(
            "kind = 'erasure.again' AND detail ->> 'record' = ?", note.id().value().toString()));
  }

  private void eraseFormer(Note note) {
    PersonTrace trace = of(traces(), ref(note));
    assertThat(privacy.erase(lea, Map.of(trace, Treatment.FORMER))).isPresent();
    assertThat(opened()).isEmpty();
  }

  private void backUp(String table, Note note) {
    sql(
        "CREATE TABLE a_backup AS SELECT * FROM %s WHERE id = '%s'"
            .formatted(table, note.id().value()));
    if (table.endsWith("_archive")) {
      sql(
          "CREATE TABLE entry_backup AS SELECT e.* FROM archive_entry e JOIN a_backup b USING (archive_id)");
    }
  }

  /** The note is nowhere but where the backup had it. */
  private void bring(String table, Note note) {
    for (String each : List.of("archive_entry", "note", "note_archive")) {
      sql("ALTER TABLE " + each + " DISABLE TRIGGER USER");
    }
    sql("DELETE FROM note WHERE id = ?", note.id().value());
    sql("DELETE FROM note_archive WHERE id = ?", note.id().value());
    if (table.endsWith("_archive")) {
      sql("INSERT INTO archive_entry SELECT * FROM entry_backup ON CONFLICT DO NOTHING");
      sql("DROP TABLE entry_backup");
    }
    sql("INSERT INTO " + table + " SELECT * FROM a_backup");
    for (String each : List.of("archive_entry", "note", "note_archive")) {
      sql("ALTER TABLE " + each + " ENABLE TRIGGER USER");
    }
    sql("DROP TABLE a_backup");
  }

  private String text(Note note) {
    return notes.find(note.id()).orElseThrow().body().or(RichText.EMPTY).plain().strip();
  }

  private QuoteId renamed(String before, String after) {
    QuoteId id = quotes.create(TestQuotes.roof().toBuilder().title(before).companyId(firm).build());
    Quote quote = quotes.find(id).orElseThrow();
    QuoteData data = quote.data().toBuilder().title(after).build();
    quotes.save(id, quote.version(), quote.data(), data);
    return id;
  }

  private void erase(QuoteId draft, Treatment treatment) {
    UUID id = draft.value();
    PersonTrace trace = of(traces(), new RecordRef("quote", id));
    assertThat(trace.proposed()).isEqualTo(treatment);
    assertThat(privacy.erase(lea, Map.of(trace, treatment))).isPresent();
  }
}
