package eu.rempart.quote.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.exchange.export.ExportWords;
import eu.rempart.exchange.export.QuoteExport;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.TestQuotes;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.tag.TagService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the list of quotes offers for many of them: tags, owners, the bin, and a file. */
class QuoteListScreensTest extends WithQuotes {

  @Autowired private QuoteBulk bulk;
  @Autowired private QuoteExport export;
  @Autowired private TagService tags;

  private UUID tag() {
    return tags.create("Tag " + UUID.randomUUID()).id().value();
  }

  private static List<UUID> ids(QuoteId... ids) {
    return java.util.Arrays.stream(ids).map(QuoteId::value).toList();
  }

  @Test
  void draftsAndIssuedOnesAreTaggedAndAssignedAndOnlyDraftsGoToTheBin() {
    QuoteId draft = draft("Tagged draft");
    Quote issued = issued("Tagged issue");
    UUID one = tag();
    List<UUID> both = ids(draft, issued.id());

    assertThat(bulk.tag(Set.of(one), Set.of()).applyAsInt(both)).isEqualTo(2);
    assertThat(now(issued.id()).data().tags()).containsExactly(one);
    assertThat(now(issued.id()).standing().number()).isEqualTo(issued.standing().number());
    assertThat(bulk.tag(Set.of(), Set.of(one)).applyAsInt(ids(draft))).isEqualTo(1);
    assertThat(now(draft).data().tags()).isEmpty();
    assertThat(bulk.assign(current.id()).applyAsInt(both)).isEqualTo(2);
    assertThat(now(issued.id()).data().ownerId()).isEqualTo(current.id());
    assertThat(bulk.assign(current.id()).applyAsInt(both)).as("nothing is left to do").isZero();

    assertThat(bulk.archive().applyAsInt(both)).isEqualTo(1);
    assertThat(quotes.find(draft)).isEmpty();
    assertThat(quotes.find(issued.id())).isPresent();
  }

  @Test
  void whatAnIssuedOneSaysIsNotChangedThisWay() {
    Quote issued = issued("Frozen");
    assertThatThrownBy(
            () -> quotes.sort(Map.of(issued, issued.data().toBuilder().title("Thawed").build())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aConditionOnTagsNarrowsTheList() {
    UUID one = tag();
    QuoteId tagged =
        quotes.create(TestQuotes.roof().toBuilder().title("By tag").tags(Set.of(one)).build());
    draft("Without tag");
    Rule rule = new Rule.Test("tag", Operator.IS, List.of(one.toString()));
    QuoteQuery query =
        new QuoteQuery("", Set.of(), rule, QuoteColumn.TITLE, false, QuoteColumn.DEFAULT);
    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(quotes.page(query, 0, 9).rows())
                    .extracting(QuoteRow::id)
                    .containsExactly(tagged));
    assertThat(quotes.ids(query, 10).flatMap(List::stream)).containsExactly(tagged);
  }

  @Test
  void theShownListLeavesAsATable() throws IOException {
    QuoteId id = draft("=SUM(Roof)");
    QuoteQuery query =
        new QuoteQuery(
            "",
            Set.of(),
            Rule.EVERYTHING,
            QuoteColumn.TITLE,
            false,
            EnumSet.of(QuoteColumn.TITLE, QuoteColumn.STATE, QuoteColumn.TOTAL));
    ExportWords words = new ExportWords(Locale.ENGLISH, key -> key, Map.of(), Map.of());
    var out = new ByteArrayOutputStream();
    export.asTable(query, List.of(id), words, out);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("quote.column.title,quote.column.state"))
        .anySatisfy(line -> assertThat(line).contains("quote.state.DRAFT", "783.86 EUR"))
        .noneSatisfy(line -> assertThat(line).startsWith("=SUM"));
    actAs(Role.ENGINEER);
    assertThatThrownBy(() -> export.asTable(query, List.of(id), words, new ByteArrayOutputStream()))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void theListOffersAllThat() {
    draft("In the list");
    open(QuoteNavigation.LIST, "");
    assertThat(says("Tags")).isTrue();
    actAs(Role.READER);
    open(QuoteNavigation.LIST, "");
    assertThat(offers("New quote")).isFalse();
  }
}
