package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.exchange.export.ExportWords;
import eu.rempart.exchange.export.QuoteExport;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStep;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.pdf.QuoteDocumentService;
import eu.rempart.search.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Own fields of quotes that a role hides or fixes one by one; no document tells of any. */
class NarrowedQuoteFieldTest extends WithNarrowedMembers {

  private static final ExportWords WORDS =
      new ExportWords(Locale.ENGLISH, key -> key, Map.of(), Map.of());

  @Autowired private QuoteService quotes;
  @Autowired private QuoteStepService steps;
  @Autowired private QuoteDocumentService documents;
  @Autowired private LetterheadService letterheads;
  @Autowired private QuoteExport exports;
  @Autowired private CustomFieldService fields;
  @Autowired private HistoryService history;

  private UUID secret = new UUID(0, 0);
  private UUID open = secret;

  @BeforeEach
  void define() {
    secret = text("Secret");
    open = text("Open");
  }

  @AfterEach
  void clear() {
    admin();
    List.of(secret, open).forEach(fields::archive);
  }

  private UUID text(String label) {
    return fields.create(
        CustomKind.TEXT,
        new CustomFieldData(Labels.of(label), Set.of("quote"), Set.of(), false, List.of()));
  }

  private QuoteId quote(String said, String known) {
    return quotes.create(
        TestQuotes.roof().toBuilder()
            .ownerId(admin().memberId())
            .custom(CustomValues.NONE.with(secret, said).with(open, known))
            .build());
  }

  private SignedInMember with(FieldRule rule) {
    return narrowed(Role.MANAGER, without("quote", Map.of(CustomField.column(secret), rule)));
  }

  private CustomValues kept(QuoteId id) {
    return quotes.find(id).orElseThrow().data().custom();
  }

  private List<QuoteId> found(SignedInMember whose, String text) {
    var query = new QuoteQuery(text, Set.of(), QuoteColumn.TITLE, false);
    return as(whose, () -> quotes.page(query, 0, 10)).rows().stream().map(QuoteRow::id).toList();
  }

  @Test
  void oneThatIsHiddenIsNeitherReadFoundTakenOutNorLostBySaving() throws IOException {
    QuoteId id = quote("quagmire", "meadow");
    SignedInMember eve = with(FieldRule.HIDDEN);
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(found(admin(), "quagmire")).containsExactly(id));

    assertThat(found(eve, "quagmire")).isEmpty();
    assertThat(found(eve, "meadow")).containsExactly(id);
    Quote seen = as(eve, () -> quotes.find(id)).orElseThrow();
    assertThat(seen.data().custom()).isEqualTo(CustomValues.NONE.with(open, "meadow"));
    assertThat(as(eve, () -> quotes.rows(List.of(id))))
        .extracting(QuoteRow::custom)
        .containsExactly(CustomValues.NONE.with(open, "meadow"));
    assertThat(takenOut(id)).contains("Secret", "quagmire", "meadow");
    assertThat(as(eve, () -> takenOut(id)))
        .contains("Open", "meadow")
        .doesNotContain("Secret", "quagmire");

    CustomValues changed = CustomValues.NONE.with(open, "field");
    as(eve, () -> quotes.save(id, 1, seen.data(), seen.data().toBuilder().custom(changed).build()));
    assertThat(kept(id)).isEqualTo(changed.with(secret, "quagmire"));
    assertThat(as(eve, () -> history.timeline(new RecordRef("quote", id.value()))))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .doesNotContain(CustomField.column(secret)));
  }

  private String takenOut(QuoteId id) throws IOException {
    var query =
        new QuoteQuery(
            "",
            Set.of(),
            Rule.EVERYTHING,
            QuoteColumn.TITLE,
            false,
            EnumSet.of(QuoteColumn.TITLE, QuoteColumn.CUSTOM),
            List.of(secret, open),
            null);
    var out = new ByteArrayOutputStream();
    exports.asTable(query, List.of(id), WORDS, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void allOfThemAreHiddenTogetherToo() {
    QuoteId id = quote("quagmire", "meadow");
    SignedInMember eve =
        narrowed(Role.MEMBER, without("quote", Map.of("custom", FieldRule.HIDDEN)));
    assertThat(as(eve, () -> quotes.find(id)).orElseThrow().data().custom())
        .isEqualTo(CustomValues.NONE);
    assertThat(as(eve, () -> quotes.rows(List.of(id))).getFirst().custom())
        .isEqualTo(CustomValues.NONE);
  }

  @Test
  void aDocumentTellsOfNoneSoWhoDoesNotSeeOneMayTakeItAndARevisionKeepsIt() throws IOException {
    letterheads.save(letterheads.find().version(), TestQuotes.FIRM);
    QuoteId id = quote("quagmire", "meadow");
    SignedInMember eve = with(FieldRule.HIDDEN);
    Quote issued = ((QuoteStep.Done) as(eve, () -> steps.issue(id, 1, TestQuotes.DAY))).quote();
    for (SignedInMember member : List.of(admin(), eve)) {
      assertThat(printed(as(member, () -> documents.pdf(id)).orElseThrow()))
          .contains("Strada Lung")
          .doesNotContain("quagmire", "meadow", "Secret", "Open");
    }
    Quote draft = ((QuoteStep.Done) as(eve, () -> steps.revise(id, issued.version()))).quote();
    assertThat(draft.data().custom()).isEqualTo(CustomValues.NONE.with(open, "meadow"));
    assertThat(kept(draft.id())).isEqualTo(kept(id));
  }

  private static String printed(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void oneThatIsReadOnlyIsShownAndNotChanged() {
    QuoteId id = quote("quagmire", "meadow");
    SignedInMember eve = with(FieldRule.READ_ONLY);
    QuoteData before = as(eve, () -> quotes.find(id)).orElseThrow().data();

    assertThat(before.custom().of(secret)).isEqualTo("quagmire");
    assertThat(as(eve, () -> fields.fixed("quote"))).containsExactly(secret);
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        quotes.save(
                            id,
                            1,
                            before,
                            before.toBuilder()
                                .custom(before.custom().with(secret, "mine"))
                                .build())))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        quotes.create(
                            TestQuotes.roof().toBuilder()
                                .custom(CustomValues.NONE.with(secret, "guess"))
                                .build())))
        .isInstanceOf(NotPermittedException.class);
    as(
        eve,
        () ->
            quotes.save(
                id,
                1,
                before,
                before.toBuilder().custom(before.custom().with(open, "mine")).build()));
    assertThat(kept(id)).isEqualTo(before.custom().with(open, "mine"));
  }
}
