package eu.rempart.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.rempart.db.Reason;
import eu.rempart.deal.DatedMove;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.ui.Pipelines;
import eu.rempart.shell.chart.Columns;
import eu.rempart.shell.chart.Ranking;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of which currency, pipeline and member the figures are. */
class DashboardChoiceTest extends WithDashboard {

  private static Select<?> choice(DashboardChoiceTest test, String label) {
    return test.find(Select.class).withLabel(label).single();
  }

  @SuppressWarnings("unchecked")
  private <T> void choose(String label, T value) {
    ((Select<T>) choice(this, label)).setValue(value);
    roundTrip();
  }

  @Test
  void anotherCurrencyIsChosenAndItsListHoldsNothingElse() {
    YearMonth month = YearMonth.now(Formats.zone());
    DealId euros = deal("Euro engine", "EUR", null);
    DealId francs =
        deals.create(
            DealData.builder()
                .name("Franc frame")
                .amount(new BigDecimal("4321"))
                .currency("CHF")
                .stageId(first().kept())
                .build());
    for (DealId won : List.of(euros, francs)) {
      deals.moveAll(
          List.of(new DatedMove(won, stage(DealState.WON), Instant.now(), null)), Reason.EDIT);
    }
    deals.awaitIndex(List.of(euros, francs), Duration.ofSeconds(20));

    navigate(DashboardView.class);
    choose("Currency", "CHF");
    assertThat(find(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .anyMatch(text -> text.startsWith("Amounts are in CHF"));
    fire(find(Columns.class).all().getFirst().getElement(), "group-chosen", month.toString());
    assertThat(names()).contains("Franc frame").doesNotContain("Euro engine");
  }

  /** Shown or not: a test's finder passes over what is hidden. */
  private List<Select<?>> everyChoice(String label) {
    return find(DashboardView.class)
        .single()
        .getChildren()
        .flatMap(Component::getChildren)
        .flatMap(each -> Stream.concat(Stream.of(each), each.getChildren()))
        .filter(Select.class::isInstance)
        .<Select<?>>map(each -> (Select<?>) each)
        .filter(each -> label.equals(each.getLabel()))
        .toList();
  }

  @Test
  @SuppressWarnings("unchecked")
  void whatIsChosenIsWrittenIntoTheAddressAndTheSentenceSaysWhatKnowsNoPipeline() {
    Pipeline other =
        pipelines
            .find(pipelines.create("Third " + UUID.randomUUID(), Pipelines.firstStages()))
            .orElseThrow();
    navigate(DashboardView.class);
    assertThat(sentence()).doesNotContain("all pipelines");
    UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
    ((Select<Pipeline>) choice(this, "Pipeline")).setValue(other);
    assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
        .flatExtracting(each -> each.getInvocation().getParameters())
        .extracting(String::valueOf)
        .contains("figures?pipeline=" + other.id());
    assertThat(sentence()).contains("those of all pipelines");
  }

  private String sentence() {
    return find(Paragraph.class).all().stream()
        .map(Paragraph::getText)
        .filter(text -> text.contains("leads to the list"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theAddressRemembersWhatWasChosenAndPassesOverWhatIsWrong() {
    UUID me = admin().memberId();
    pipelines.create("First " + UUID.randomUUID(), Pipelines.firstStages());
    Pipeline other =
        pipelines
            .find(pipelines.create("Second " + UUID.randomUUID(), Pipelines.firstStages()))
            .orElseThrow();
    deals.create(
        DealData.builder()
            .name("Elsewhere")
            .ownerId(me)
            .amount(BigDecimal.TEN)
            .currency("SEK")
            .stageId(other.stages().getFirst().kept())
            .build());
    deal("In euros", "EUR", null);

    open("figures", "currency=SEK&pipeline=" + other.id() + "&owner=" + me);
    assertThat(choice(this, "Currency").getValue()).isEqualTo("SEK");
    assertThat(choice(this, "Pipeline").getValue()).isEqualTo(other);
    assertThat(choice(this, "Member").getValue()).isEqualTo(me);
    fire(find(Ranking.class).all().get(1).getElement(), "row-chosen", me.toString());
    assertThat(names()).containsExactly("Elsewhere");

    open("figures", "currency=%3Cb%3E&pipeline=x&owner=" + UUID.randomUUID());
    assertThat(choice(this, "Currency").getValue()).isNotNull();
    // the pipeline is shown for sure, there being two; the member is hidden where there is but one
    assertThat(choice(this, "Pipeline").getValue()).isNull();
    assertThat(everyChoice("Member")).hasSize(1).allMatch(HasValue::isEmpty);
  }
}
