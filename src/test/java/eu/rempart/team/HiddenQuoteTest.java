package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.Page;
import eu.rempart.exchange.export.ExportWords;
import eu.rempart.exchange.export.QuoteExport;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStep;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.pdf.QuoteDocumentService;
import eu.rempart.recall.RecallService;
import eu.rempart.search.Indexes;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.Bookmarks;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.bulk.TaggedRoom;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not read a quote sees neither it nor its title, whatever way they try. */
class HiddenQuoteTest extends WithHiddenRecords {

  private static final ExportWords WORDS =
      new ExportWords(Locale.ENGLISH, key -> key, Map.of(), Map.of());

  @Autowired private QuoteService quotes;
  @Autowired private QuoteStepService steps;
  @Autowired private QuoteDocumentService documents;
  @Autowired private QuoteExport quoteExport;
  @Autowired private LetterheadService letterheads;
  @Autowired private List<TaggedRoom> bulk;
  @Autowired private RecallService recall;
  @Autowired private Bookmarks bookmarks;

  private QuoteId quote;

  /** Eve's own, to the firm and about the deal that she may not know. */
  private QuoteId hers;

  @BeforeEach
  void offer() {
    Indexes.awaitReady(quotes::indexState);
    quote = quote("Roof " + word, "Customer " + word, admin().memberId());
    hers = quote("Eve's roof", "Somebody", eve.memberId());
  }

  private QuoteId quote(String title, String customer, UUID owner) {
    return quotes.create(
        TestQuotes.roof().toBuilder()
            .title(title)
            .customerName(customer)
            .companyId(firm)
            .dealId(deal)
            .ownerId(owner)
            .build());
  }

  private QuoteQuery query(String text, QuoteColumn sort, boolean descending) {
    return new QuoteQuery(text, Set.of(), sort, descending);
  }

  private List<QuoteId> ids(Page<QuoteRow> page) {
    return page.rows().stream().map(QuoteRow::id).toList();
  }

  @Test
  void listsCountFindAndSortOnesOwnAlone() {
    for (QuoteColumn sort : QuoteColumn.values()) {
      if (sort.sortable()) {
        Page<QuoteRow> page = as(eve, () -> quotes.page(query("", sort, false), 0, 50));
        assertThat(ids(page)).as("by %s", sort).containsExactly(hers);
        assertThat(page.total()).isEqualTo(1);
      }
    }
    for (String text : List.of(word, word.substring(0, 6), "Customer " + word)) {
      assertThat(quotes.page(query(text, QuoteColumn.TITLE, false), 0, 5).total()).isEqualTo(1);
      assertThat(as(eve, () -> quotes.page(query(text, QuoteColumn.TITLE, false), 0, 5)).total())
          .as(text)
          .isZero();
      for (GlobalSearch each : searches) {
        assertThat(as(eve, () -> each.find(text, 10))).as(text).isEmpty();
      }
    }
    assertThat(as(eve, () -> quotes.ids(QuoteQuery.ALL, 50).toList()))
        .containsExactly(List.of(hers));
    assertThat(as(eve, () -> quotes.find(quote))).isEmpty();
    assertThat(as(eve, () -> quotes.findAll(List.of(quote)))).isEmpty();
    assertThat(as(eve, () -> quotes.rows(List.of(quote, hers))))
        .extracting(QuoteRow::id)
        .containsExactly(hers);
    assertThat(as(eve, () -> quotes.of(firm, 5)).total()).isEqualTo(1);
    assertThat(as(eve, () -> quotes.of(deal, 5)).total()).isEqualTo(1);
    assertThat(as(eve, () -> documents.pdf(quote))).isEmpty();
  }

  @Test
  void historyBinMarksAndTheDatabaseKeepTheirSilence() {
    RecordRef ref = new RecordRef("quote", quote.value());
    assertThat(as(eve, () -> history.timeline(ref))).isEmpty();
    assertThat(as(eve, () -> history.name(ref))).isEmpty();
    assertThat(as(eve, () -> history.timeline(new RecordRef("quote", hers.value()))))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.toString()).doesNotContain(word));
    for (String table : List.of("quote", "quote_history")) {
      assertThat(
              as(
                  eve,
                  () ->
                      dsl.fetchCount(
                          org.jooq.impl.DSL.table(table),
                          org.jooq.impl.DSL.field("id", UUID.class).eq(quote.value()))))
          .as(table)
          .isZero();
    }
    as(
        eve,
        () -> {
          recall.mark(ref, true);
          recall.visited(ref);
          return true;
        });
    assertThat(as(eve, () -> bookmarks.favourites(20))).isEmpty();
    assertThat(as(eve, () -> bookmarks.recent(20))).isEmpty();
    quotes.archive(List.of(quote));
    assertThat(as(eve, () -> history.name(ref))).isEmpty();
    assertThat(as(eve, () -> archive.page(eu.rempart.archive.BinFilter.ALL, null, 200)).entries())
        .noneMatch(entry -> entry.root().id().equals(quote.value()));
  }

  @Test
  void exportsTakeOutOnesOwnAlone() {
    assertThat(exported(List.of(quote, hers))).as("who may").contains(word);
    for (List<QuoteId> chosen : List.of(List.<QuoteId>of(), List.of(quote, hers))) {
      assertThat(as(eve, () -> exported(chosen))).contains("Eve's roof").doesNotContain(word);
    }
    assertThat(as(eve, () -> exported(List.of(quote)))).doesNotContain(word);
  }

  private String exported(List<QuoteId> chosen) {
    var out = new ByteArrayOutputStream();
    try {
      quoteExport.asTable(QuoteQuery.ALL, chosen, WORDS, out);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void noStepIsTakenOnItAloneOrAmongMany() {
    assertThat(as(eve, () -> steps.issue(quote, 1, TestQuotes.DAY)))
        .isInstanceOf(QuoteStep.Gone.class);
    as(eve, () -> quotes.archive(List.of(quote)));
    TaggedRoom room = bulk.stream().filter(each -> each.kind().equals("quote")).findFirst().get();
    List<UUID> ids = List.of(quote.value());
    assertThat(as(eve, () -> room.assign(eve.memberId()).applyAsInt(ids))).isZero();
    assertThat(as(eve, () -> room.tag(Set.of(UUID.randomUUID()), Set.of()).applyAsInt(ids)))
        .isZero();
    assertThat(as(eve, () -> room.archive().applyAsInt(ids))).isZero();
    assertThat(as(eve, () -> room.now("title", quote.value()))).isNull();
    assertThat(quotes.find(quote).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void noAddressAndNoAnswerToTheBrowserTellsIt() {
    pagesSayNothing(
        "quotes",
        "quotes?sort=customer",
        "quotes?sort=-total&state=DRAFT",
        "quotes/" + quote,
        "quotes/" + quote + "?tab=history",
        "quotes/" + hers,
        "quotes/" + hers + "?tab=history");
    assertThat(sent("quotes")).as("who may is sent it").contains(word);
  }

  @Test
  void whoMayNotSeeTheLinesSeesNoSumAndGetsNoDocument() {
    SignedInMember blind = blind("lines");
    assertThat(as(blind, () -> quotes.find(quote)).orElseThrow().data().lines()).isEmpty();
    assertThat(as(blind, () -> quotes.rows(List.of(quote))).getFirst().total()).isNull();
    assertThatThrownBy(() -> as(blind, () -> documents.pdf(quote)))
        .isInstanceOf(NotPermittedException.class);
    assertThat(exported(List.of(quote))).contains("EUR");
    assertThat(as(blind, () -> exported(List.of(quote)))).contains(word).doesNotContain("EUR");
  }

  private SignedInMember blind(String... columns) {
    Map<String, FieldRule> rules = new java.util.HashMap<>();
    Arrays.stream(columns).forEach(column -> rules.put(column, FieldRule.HIDDEN));
    return narrowed(Role.MANAGER, without("quote", rules));
  }

  @Test
  void nobodyFindsOrSortsByACustomerThatTheyAreNotShown() {
    SignedInMember blind = blind("customer_name");
    assertThat(
            as(blind, () -> quotes.page(query("Customer " + word, QuoteColumn.TITLE, false), 0, 5)))
        .satisfies(page -> assertThat(page.total()).isZero());
    Rule rule = new Rule.Test("customer", Operator.STARTS_WITH, List.of("Customer " + word));
    QuoteQuery byRule =
        new QuoteQuery("", Set.of(), rule, QuoteColumn.TITLE, false, QuoteColumn.DEFAULT);
    assertThat(quotes.page(byRule, 0, 5).total()).isEqualTo(1);
    assertThat(as(blind, () -> quotes.page(byRule, 0, 5)).total()).isZero();
    assertThat(as(blind, () -> ids(quotes.page(query("", QuoteColumn.CUSTOMER, false), 0, 50))))
        .isEqualTo(as(blind, () -> ids(quotes.page(query("", QuoteColumn.CUSTOMER, true), 0, 50))));
  }

  @Test
  void whatAQuoteIsAboutAndWhatBecameOfItIsHiddenWhereThatIs() throws Exception {
    letterheads.save(letterheads.find().version(), TestQuotes.FIRM);
    Quote issued = ((QuoteStep.Done) steps.issue(quote, 1, TestQuotes.DAY)).quote();
    assertThat(issued.standing().number()).isNotNull();
    SignedInMember blind =
        blind("number", "issued_on", "answered_on", "revises_id", "company_id", "deal_id");
    Quote seen = as(blind, () -> quotes.find(quote)).orElseThrow();
    assertThat(seen.standing().number()).isNull();
    assertThat(seen.standing().issuedOn()).isNull();
    assertThat(seen.data().companyId()).isNull();
    assertThat(as(blind, () -> quotes.of(firm, 5))).isEqualTo(Page.empty());
    assertThat(as(blind, () -> quotes.of(deal, 5))).isEqualTo(Page.empty());
    act(blind);
    assertThat(sent("quotes/" + quote))
        .contains(word)
        .doesNotContain(String.valueOf(issued.standing().number()));
    Quote draft = ((QuoteStep.Done) admins(issued)).quote();
    assertThat(quotes.revisionsOf(quote)).hasSize(1);
    assertThat(as(blind, () -> quotes.revisionsOf(quote))).isEmpty();
    assertThat(as(blind, () -> quotes.find(draft.id())).orElseThrow().standing().revises())
        .isNull();
  }

  private QuoteStep admins(Quote issued) {
    admin();
    return steps.revise(issued.id(), issued.version());
  }
}
