package eu.rempart.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
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
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Stage;
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
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures, and the lists behind them. */
class DashboardViewTest extends WithDashboard {

  @Autowired private ActivityService activities;
  @Autowired private DashboardService figures;

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
    DealId won = deal("Won wagon", "EUR", null);
    deals.moveAll(
        List.of(new DatedMove(won, stage(DealState.WON), Instant.now(), null)), Reason.EDIT);
    deal("Hoped hull", "EUR", month.atEndOfMonth());
    deal("Later ladder", "EUR", month.plusMonths(1).atDay(1));
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
    deal("Nobody's own", "EUR", null);
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
