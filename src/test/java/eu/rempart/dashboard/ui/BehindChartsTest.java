package eu.rempart.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import eu.rempart.dashboard.Slice;
import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.chart.Columns;
import eu.rempart.shell.text.Formats;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever goes on from the list behind a chart loses none of its conditions. */
class BehindChartsTest extends WithDashboard {

  @Test
  void noneIsDeeperThanPeoplePutConditionsTogether() {
    Slice slice = new Slice("EUR", new PipelineId(UUID.randomUUID()), UUID.randomUUID());
    Stage rots = new Stage(new StageId(UUID.randomUUID()), "One", DealState.OPEN, 0, 10, 5);
    Pipeline pipeline = new Pipeline(new PipelineId(UUID.randomUUID()), "P", List.of(rots, rots));
    LocalDate today = LocalDate.of(2026, 11, 27);
    YearMonth month = YearMonth.from(today);
    assertThat(
            List.of(
                BehindCharts.openIn(slice, rots.kept().toString()),
                BehindCharts.openOf(slice, ""),
                BehindCharts.won(slice, true, month),
                BehindCharts.wonOrExpected(slice, true, month),
                BehindCharts.wonOrExpected(slice, false, month),
                BehindCharts.atRisk(slice, List.of(pipeline), today),
                BehindCharts.cameFrom(slice, "import", today)))
        .allSatisfy(rule -> assertThat(depth(rule)).isLessThanOrEqualTo(2));
  }

  private static int depth(Rule rule) {
    List<Rule> inner =
        switch (rule) {
          case Rule.All(List<Rule> all) -> all;
          case Rule.Any(List<Rule> any) -> any;
          case Rule.Test _ -> List.of();
        };
    return rule instanceof Rule.Test
        ? 0
        : 1 + inner.stream().mapToInt(BehindChartsTest::depth).max().orElse(0);
  }

  @Test
  void theListOfAMonthStaysAsItIsWhenItsConditionsAreApplied() {
    YearMonth month = YearMonth.now(Formats.zone());
    DealId euros = deal("Euro egg", "EUR", month.atEndOfMonth());
    DealId yen = deal("Yen yacht", "JPY", month.atEndOfMonth());
    DealId later = deal("Yen yawl", "JPY", month.plusMonths(1).atDay(1));
    deals.awaitIndex(List.of(euros, yen, later), Duration.ofSeconds(20));

    navigate(DashboardView.class);
    choose("Currency", "JPY");
    fire(find(Columns.class).all().getLast().getElement(), "group-chosen", month.toString());
    assertThat(names()).containsExactly("Yen yacht");
    String conditions = conditions().getText();

    test(conditions()).click();
    click("Apply");

    assertThat(conditions().getText()).isEqualTo(conditions);
    assertThat(names()).containsExactly("Yen yacht");
  }

  private Button conditions() {
    return find(Button.class)
        .withCondition(button -> button.getText().startsWith("Advanced filter"))
        .single();
  }

  @SuppressWarnings("unchecked")
  private void choose(String label, String value) {
    ((Select<String>) find(Select.class).withLabel(label).single()).setValue(value);
    roundTrip();
  }
}
