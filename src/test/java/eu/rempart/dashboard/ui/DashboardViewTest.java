package eu.rempart.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import eu.rempart.WithFirm;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.dashboard.DashboardService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.shell.chart.Columns;
import eu.rempart.shell.chart.Ranking;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.ObjectMapper;

/** The figures, and the lists behind them. */
class DashboardViewTest extends WithFirm {

  @Autowired private ActivityService activities;
  @Autowired private DashboardService figures;
  @Autowired private DealService deals;
  @Autowired private PipelineService pipelines;

  @Override
  protected void arrive() {
    super.arrive();
    Awaitility.await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(1))
        .until(() -> deals.indexState().ready());
  }

  private Stage first() {
    return FirstPipeline.of(pipelines).stages().getFirst();
  }

  private void fire(Element element, String event, String key) {
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(
            new DomEvent(
                element, event, new ObjectMapper().valueToTree(Map.of("event.detail.key", key))));
    roundTrip();
  }

  @Test
  void everyChartIsThereAndAStageLeadsToItsDeals() {
    Stage stage = first();
    var late =
        deals.create(
            DealData.builder()
                .name("Late lorry")
                .amount(new BigDecimal("7000"))
                .currency("EUR")
                .stageId(stage.kept())
                .expectedClose(LocalDate.now(ZoneOffset.UTC).minusDays(3))
                .build());

    navigate(DashboardView.class);

    assertThat(find(Ranking.class).all()).hasSize(4);
    assertThat(find(Columns.class).all()).hasSize(2);
    assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
        .contains(DealNavigation.details(late));

    fire(find(Ranking.class).all().getFirst().getElement(), "row-chosen", stage.kept().toString());
    assertThat(find(H1.class).single().getText()).isEqualTo("Deals");
    assertThat(test(grid()).size()).isPositive();
  }

  @Test
  void whatAMemberHasDoneLeadsToIt() {
    UUID me = admin().memberId();
    LocalDate today = LocalDate.now(Formats.zone());
    for (LocalDate day : List.of(today, today.minusDays(30), today.minusDays(31))) {
      activities.create(
          ActivityData.builder()
              .subject("Called on " + day)
              .ownerId(me)
              .when(When.on(day))
              .status(ActivityStatus.DONE)
              .build(),
          ActivityLinks.NONE);
    }
    assertThat(figures.done(today.minusDays(30), today, Formats.zone()))
        .filteredOn(each -> each.owner().equals(me))
        .singleElement()
        .satisfies(each -> assertThat(each.activities()).isGreaterThanOrEqualTo(2));

    navigate(DashboardView.class);
    fire(find(Ranking.class).all().get(2).getElement(), "row-chosen", me.toString());

    assertThat(find(H1.class).single().getText()).isEqualTo("Activities");
    assertThat(lines()).contains("Called on " + today, "Called on " + today.minusDays(30));
    assertThat(lines()).doesNotContain("Called on " + today.minusDays(31));
  }

  private List<String> lines() {
    return java.util.stream.IntStream.range(0, test(grid()).size())
        .mapToObj(i -> String.valueOf(((ActivityRow) test(grid()).getRow(i)).shown().subject()))
        .toList();
  }

  @Test
  void theRiskyOnesAreListedByTheirButton() {
    Stage stage = first();
    deals.create(
        DealData.builder()
            .name("Risky raft")
            .stageId(stage.kept())
            .expectedClose(LocalDate.now(ZoneOffset.UTC).minusDays(30))
            .build());
    navigate(DashboardView.class);

    test(find(com.vaadin.flow.component.button.Button.class)
            .withCondition(
                button ->
                    button.getText().startsWith("Show all")
                        || button.getText().equals("Show it in the list"))
            .single())
        .click();

    test(find(com.vaadin.flow.component.textfield.TextField.class).withLabel("Search").single())
        .setValue("Risky raft");
    assertThat(test(grid()).size()).isEqualTo(1);
  }
}
