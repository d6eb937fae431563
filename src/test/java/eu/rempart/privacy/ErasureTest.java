package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.SignedInMember;
import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkOrder;
import eu.rempart.bulk.BulkService;
import eu.rempart.bulk.BulkState;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Tie;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.richtext.RichText;
import eu.rempart.shell.merge.MergeRoom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person whom texts of others name, and named, is erased there as an administrator chose. */
class ErasureTest extends WithTraces {

  @Autowired private ErasureReplay replay;
  @Autowired private Writes writes;
  @Autowired private BulkService bulk;
  @Autowired private List<MergeRoom> rooms;

  @Test
  void textsOfOthersAreFoundAsTheyAreAndAsTheyWere() {
    Note now = note(firmRef(), "Spoke to " + name());
    Note before = note(dealRef(), "Call " + name() + " soon");
    notes.rewrite(before.id(), 1, "<p>Call soon</p>");
    Note archived = note(firmRef(), "Ask lea " + surname.toUpperCase(java.util.Locale.ROOT));
    notes.archive(archived.id());
    Note hint = note(dealRef(), "Mrs " + surname + " likes tea");
    Note other = note(dealRef(), "Nobody");

    Map<RecordRef, PersonTrace> found = traces();

    assertThat(of(found, ref(now)))
        .satisfies(
            trace -> {
              assertThat(trace.tie()).isEqualTo(Tie.TEXT);
              assertThat(trace.named()).isTrue();
              assertThat(trace.name()).startsWith("Spoke to");
              assertThat(trace.choices()).containsExactly(Treatment.KEEP, Treatment.ERASE);
              assertThat(trace.proposed()).isEqualTo(Treatment.KEEP);
              assertThat(trace.toString()).doesNotContain(surname);
            });
    assertThat(of(found, ref(before)))
        .satisfies(
            trace -> {
              assertThat(trace.named()).isFalse();
              assertThat(trace.former()).isEqualTo(1);
              assertThat(trace.proposed()).isEqualTo(Treatment.FORMER);
            });
    assertThat(of(found, ref(archived)).bin()).isTrue();
    assertThat(of(found, ref(hint)))
        .satisfies(
            trace -> {
              assertThat(trace.sure()).isFalse();
              assertThat(trace.proposed()).isEqualTo(Treatment.KEEP);
            });
    assertThat(found).doesNotContainKeys(ref(other), leaRef(), dealRef());
  }

  @Test
  void moreThanAPageIsFoundAndErased() {
    Set<RecordRef> made = new HashSet<>();
    for (int i = 0; i < 45; i++) {
      made.add(ref(note(firmRef(), "Note " + i + " on " + name())));
    }
    Map<RecordRef, PersonTrace> found = traces();
    assertThat(found.keySet()).containsAll(made);
    Map<PersonTrace, Treatment> all = new LinkedHashMap<>();
    found.values().forEach(trace -> all.put(trace, Treatment.ERASE));
    assertThat(privacy.erase(lea, all).orElseThrow().rows()).containsEntry("note", 45);
  }

  @Test
  void aTextIsEditedAndItsFormerTextGoesFromHistoryAndDump() {
    Note note = note(firmRef(), "Spoke to " + name());
    note(leaRef(), "Private: " + name());
    List<String> before = ciphertexts("note", note.id().value());
    before.addAll(ciphertexts("contact", lea.value()));
    assertThat(inDump(before)).containsAll(before);
    notes.rewrite(note.id(), 1, "<p>Spoke to the boss</p>");

    Certificate certificate = privacy.erase(lea, proposed(traces())).orElseThrow();

    assertThat(certificate.rows()).containsEntry("note.edited", 1).doesNotContainKey("note.left");
    assertThat(text(note)).isEqualTo("Spoke to the boss");
    assertThat(count("note_history", "id", note.id().value())).isZero();
    assertThat(opened()).isEmpty();
    assertThat(inDump(before)).isEmpty();
  }

  @Test
  void aRecordThatWasMergedIntoTheirsGoesToo() throws InterruptedException {
    ContactId twin =
        contacts.create(
            ContactData.builder()
                .lastName(surname)
                .emails(
                    List.of(
                        EmailEntry.of(EmailAddress.of("own." + address), EmailKind.HOME, false)))
                .build());
    merge(lea, twin);
    PersonTrace trace = of(traces(), new RecordRef("contact", twin.value()));
    assertThat(trace.tie()).isEqualTo(Tie.SELF);
    assertThat(trace.proposed()).isEqualTo(Treatment.ERASE);
    assertThat(new String(privacy.copy(lea), StandardCharsets.UTF_8))
        .contains(twin.value().toString());
    assertThat(privacy.erase(lea, Map.of(trace, Treatment.ERASE)).orElseThrow().rows())
        .containsEntry("contact", 2);
    assertThat(opened()).isEmpty();
  }

  @Test
  void whomAnImportThatWasUndoneBroughtIsNotTheSamePerson() {
    String stranger = "Str" + UUID.randomUUID().toString().substring(0, 8);
    UUID imported = UUID.randomUUID();
    ContactId other =
        writes.inTransaction(
            Actor.manual(admin().memberId()),
            Reason.IMPORT,
            imported,
            change -> {
              var kept = contacts.find(lea).orElseThrow();
              contacts.save(
                  lea, kept.version(), kept.data(), kept.data().toBuilder().language("fr").build());
              return person(stranger, admin().memberId());
            });
    writes.run(Reason.UNDO, change -> Routines.undoChange(dsl.configuration(), imported));
    assertThat(count("contact_archive", "id", other.value())).isEqualTo(1);

    assertThat(traces()).doesNotContainKey(new RecordRef("contact", other.value()));
    assertThat(new String(privacy.copy(lea), StandardCharsets.UTF_8))
        .doesNotContain(stranger, other.value().toString());
    privacy.erase(lea, proposed(traces()));
    assertThat(count("contact_archive", "id", other.value())).isEqualTo(1);
  }

  /** As the screen of duplicates does it. */
  private void merge(ContactId stays, ContactId goes) throws InterruptedException {
    MergeRoom room =
        rooms.stream().filter(each -> each.kind().equals("contact")).findFirst().orElseThrow();
    BulkJob job =
        bulk.start(
            new BulkOrder(
                "contact",
                "merge",
                null,
                2,
                () -> Stream.of(List.of(stays.value(), goes.value())),
                ids -> room.merge(stays.value(), goes.value(), Set.of()) ? 2 : 0,
                room::seen));
    job.await();
    assertThat(job.state()).isEqualTo(BulkState.DONE);
  }

  @Test
  void whatIsLeftIsSaidInTheCertificate() {
    Note note = note(firmRef(), "Spoke to " + name());
    assertThat(privacy.erase(lea, proposed(traces())).orElseThrow().rows())
        .containsEntry("note.left", 1);
    assertThat(notes.find(note.id())).isPresent();
  }

  @Test
  void aRestoredBackupBringsNeitherRecordsNorFormerTextsBack() {
    mail("Hello", leaRef(), dealRef());
    Note note = note(firmRef(), "Spoke to " + name());
    UUID id = note.id().value();
    // the backup, made before the text was changed
    sql("CREATE TABLE note_backup AS SELECT * FROM note WHERE id = '" + id + "'");
    notes.rewrite(note.id(), 1, "<p>Spoke to the boss</p>");
    Map<RecordRef, PersonTrace> found = traces();
    UUID onDeal =
        found.keySet().stream()
            .filter(each -> each.kind().equals("email"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(privacy.erase(lea, proposed(found))).isPresent();

    sql("ALTER TABLE note DISABLE TRIGGER USER");
    sql("DELETE FROM note WHERE id = ?", id);
    sql("INSERT INTO note SELECT * FROM note_backup");
    sql("ALTER TABLE note ENABLE TRIGGER USER");
    sql("DROP TABLE note_backup");
    sql(
        "INSERT INTO email (id, deal_id, mail_id, direction, state, happened_at, sender, recipients,"
            + " subject, body, message_id) VALUES (?, ?, ?, 'IN', 'RECEIVED', now(), '', '', '',"
            + " '', '')",
        onDeal,
        deal.value(),
        UUID.randomUUID());

    replay.run();

    assertThat(text(note)).isEqualTo("Spoke to the boss");
    assertThat(count("note_history", "id", id)).isZero();
    assertThat(count("email", "id", onDeal)).isZero();
    assertThat(count("email_history", "id", onDeal)).isZero();
    assertThat(opened()).isEmpty();
    int version = dsl.fetchOne("SELECT version FROM note WHERE id = ?", id).get(0, int.class);
    replay.run();
    assertThat(dsl.fetchOne("SELECT version FROM note WHERE id = ?", id).get(0, int.class))
        .as("a second start changes nothing")
        .isEqualTo(version);
  }

  @Test
  void twiceAndAtTheSameTimeThereIsOneErasure() {
    mail("Hello", leaRef(), dealRef());
    Map<PersonTrace, Treatment> chosen = proposed(traces());
    SignedInMember boss = admin();
    var first = CompletableFuture.supplyAsync(() -> as(boss, () -> privacy.erase(lea, chosen)));
    var second = CompletableFuture.supplyAsync(() -> as(boss, () -> privacy.erase(lea, chosen)));
    assertThat(List.of(first.join(), second.join())).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(privacy.erase(lea, chosen)).isEmpty();
    assertThat(
            dsl.fetchCount(
                org.jooq.impl.DSL.table("ledger"),
                org.jooq.impl.DSL.condition(
                    "kind = 'erasure' AND detail ->> 'record' = ?", lea.value().toString())))
        .isEqualTo(1);
  }

  private String text(Note note) {
    return notes.find(note.id()).orElseThrow().body().or(RichText.EMPTY).plain().strip();
  }

  /** What is sealed in a row, as a dump writes it. */
  private List<String> ciphertexts(String table, UUID id) {
    List<String> found = new ArrayList<>();
    dsl.fetch("SELECT * FROM " + table + " WHERE id = ?", id)
        .forEach(
            row -> {
              for (Object value : row.intoArray()) {
                if (value instanceof byte[] bytes) {
                  found.add(HexFormat.of().formatHex(bytes));
                }
              }
            });
    assertThat(found).isNotEmpty();
    return found;
  }

  /** Which of these stand in any row of any table, as a dump writes it. */
  private Set<String> inDump(List<String> words) {
    Set<String> found = new HashSet<>();
    for (String table :
        dsl.fetch(
                "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                    + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND"
                    + " has_table_privilege(c.oid, 'SELECT')")
            .getValues(0, String.class)) {
      // other tests leave large files there: the database looks, and nothing of them comes here
      found.addAll(
          dsl.fetch(
                  "SELECT DISTINCT word FROM public."
                      + table
                      + " t CROSS JOIN LATERAL (SELECT t::text AS line OFFSET 0) row"
                      + " JOIN unnest(?) word ON strpos(line, word) > 0",
                  (Object) words.toArray(String[]::new))
              .getValues(0, String.class));
    }
    return found;
  }
}
