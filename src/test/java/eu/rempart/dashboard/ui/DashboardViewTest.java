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
import eu.rempart.contact.ContactId;
import eu.rempart.dashboard.DashboardService;
import eu.rempart.dashboard.Slice;
import eu.rempart.db.Reason;
import eu.rempart.deal.DatedMove;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.shell.chart.Columns;
import eu.rempart.shell.chart.Ranking;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
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
    assertThat(figures.done(Slice.in("EUR"), today.minusDays(30), today, Formats.zone()))
        .filteredOn(each -> each.owner().equals(me))
        .singleElement()
        .satisfies(each -> assertThat(each.activities()).isGreaterThanOrEqualTo(2));

    navigate(DashboardView.class);
    fire(find(Ranking.class).all().get(2).getElement(), "row-chosen", me.toString());

    assertThat(find(H1.class).single().getText()).isEqualTo("Activities");
    assertThat(lines()).contains("Called on " + today, "Called on " + today.minusDays(30));
    assertThat(lines()).doesNotContain("Called on " + today.minusDays(31));
  }

  @Test
  void whatWasWonAndWhatIsExpectedLeadsToTheDealsOfTheMonth() {
    YearMonth month = YearMonth.now(Formats.zone());
    DealId won = deal("Won wagon", null);
    deals.moveAll(
        List.of(new DatedMove(won, stage(DealState.WON), Instant.now(), null)), Reason.EDIT);
    deal("Hoped hull", month.atEndOfMonth());
    deal("Later ladder", month.plusMonths(1).atDay(1));
    deals.awaitIndex(List.of(won), Duration.ofSeconds(20));

    navigate(DashboardView.class);
    fire(find(Columns.class).all().getFirst().getElement(), "group-chosen", month.toString());
    assertThat(names()).contains("Won wagon").doesNotContain("Hoped hull", "Later ladder");

    navigate(DashboardView.class);
    fire(find(Columns.class).all().getLast().getElement(), "group-chosen", month.toString());
    assertThat(names()).contains("Won wagon", "Hoped hull").doesNotContain("Later ladder");
  }

  @Test
  void anOwnerLeadsToTheirOpenDealsAndASourceToItsContacts() {
    UUID me = admin().memberId();
    deals.create(DealData.builder().name("Mine alone").ownerId(me).stageId(first().kept()).build());
    deal("Nobody's own", null);
    ContactId contact = person("Sourced", "Person" + UUID.randomUUID());
    assertThat(contacts.find(contact)).isPresent();

    navigate(DashboardView.class);
    fire(find(Ranking.class).all().get(1).getElement(), "row-chosen", me.toString());
    assertThat(names()).contains("Mine alone").doesNotContain("Nobody's own");

    navigate(DashboardView.class);
    fire(find(Ranking.class).all().get(1).getElement(), "row-chosen", "");
    assertThat(names()).contains("Nobody's own").doesNotContain("Mine alone");

    navigate(DashboardView.class);
    fire(find(Ranking.class).all().get(3).getElement(), "row-chosen", "manual");
    assertThat(find(H1.class).single().getText()).isEqualTo("Contacts");
    assertThat(test(grid()).size()).isPositive();
  }

  private DealId deal(String name, @Nullable LocalDate expected) {
    return deals.create(
        DealData.builder()
            .name(name)
            .amount(new BigDecimal("100"))
            .currency("EUR")
            .stageId(first().kept())
            .expectedClose(expected)
            .build());
  }

  private StageId stage(DealState kind) {
    return FirstPipeline.of(pipelines).stages().stream()
        .filter(stage -> stage.state() == kind)
        .findFirst()
        .orElseThrow()
        .kept();
  }

  private List<String> names() {
    assertThat(find(H1.class).single().getText()).isEqualTo("Deals");
    return IntStream.range(0, test(grid()).size())
        .mapToObj(i -> String.valueOf(((DealRow) test(grid()).getRow(i)).shown().name()))
        .toList();
  }

  private List<String> lines() {
    return IntStream.range(0, test(grid()).size())
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
