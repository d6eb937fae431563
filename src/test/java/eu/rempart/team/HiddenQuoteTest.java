package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.company.CompanyId;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStep;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.pdf.QuoteDocumentService;
import eu.rempart.shell.GlobalSearch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not read a quote sees neither it nor its title, whatever way they try. */
class HiddenQuoteTest extends WithNarrowedMembers {

  @Autowired private QuoteService quotes;
  @Autowired private QuoteStepService steps;
  @Autowired private QuoteDocumentService documents;
  @Autowired private HistoryService history;
  @Autowired private List<GlobalSearch> searches;
  @Autowired private DSLContext dsl;

  private SignedInMember eve;
  private String word;
  private CompanyId firm;
  private QuoteId quote;

  @BeforeEach
  void hide() {
    eve = narrowed(Role.MANAGER, only(Scope.OWN));
    word = "q" + UUID.randomUUID().toString().substring(0, 8);
    firm = firm("Firm " + word, admin().memberId());
    quote =
        quotes.create(
            TestQuotes.roof().toBuilder()
                .title("Roof " + word)
                .companyId(firm)
                .ownerId(admin().memberId())
                .build());
  }

  @Test
  void listsSearchPagesHistoryAndDocumentsLeaveItOut() {
    assertThat(as(eve, () -> quotes.page(QuoteQuery.ALL, 0, 50)).rows()).isEmpty();
    assertThat(as(eve, () -> quotes.find(quote))).isEmpty();
    assertThat(as(eve, () -> quotes.rows(List.of(quote)))).isEmpty();
    assertThat(as(eve, () -> quotes.of(firm, 5)).total()).isZero();
    assertThat(as(eve, () -> documents.pdf(quote))).isEmpty();
    for (GlobalSearch each : searches) {
      assertThat(as(eve, () -> each.find(word, 10))).isEmpty();
    }
    RecordRef ref = new RecordRef("quote", quote.value());
    assertThat(as(eve, () -> history.timeline(ref))).isEmpty();
    assertThat(as(eve, () -> history.name(ref))).isEmpty();
    assertThat(as(eve, () -> dsl.fetchCount(org.jooq.impl.DSL.table("quote")))).isZero();
    act(eve);
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate("quotes/" + quote);
    roundTrip();
    assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain(word);
  }

  @Test
  void noStepIsTakenOnIt() {
    assertThat(as(eve, () -> steps.issue(quote, 1, TestQuotes.DAY)))
        .isInstanceOf(QuoteStep.Gone.class);
    as(eve, () -> quotes.archive(List.of(quote)));
    assertThat(quotes.find(quote).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void whoMayNotSeeTheLinesSeesNoSumAndGetsNoDocument() {
    SignedInMember blind =
        narrowed(Role.MANAGER, without("quote", Map.of("lines", FieldRule.HIDDEN)));
    assertThat(as(blind, () -> quotes.find(quote)).orElseThrow().data().lines()).isEmpty();
    assertThat(as(blind, () -> quotes.rows(List.of(quote))).getFirst().total()).isNull();
    assertThatThrownBy(() -> as(blind, () -> documents.pdf(quote)))
        .isInstanceOf(NotPermittedException.class);
  }
}
