package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was erased is erased again at every start, and no start fails for it. */
class ErasureReplayTest extends WithTraces {

  @Autowired private ErasureReplay replay;
  @Autowired private HomeFolder home;
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
