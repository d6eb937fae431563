package eu.rempart.deal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyId;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.product.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DealRepositoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestDeals house;
  private DealRepository deals;
  private DealData full;

  @BeforeEach
  void open() throws Exception {
    house = new TestDeals(database);
    deals = house.repository;
    full =
        DealData.builder()
            .ownerId(UUID.randomUUID())
            .name("New sails for the Ponant")
            .companyId(new CompanyId(UUID.randomUUID()))
            .amount(new BigDecimal("1234567.89"))
            .currency("EUR")
            .stageId(house.stage(3))
            .probability(35)
            .expectedClose(LocalDate.of(2027, 2, 28))
            .source("Trade fair")
            .lostReason("Too dear")
            .description("Asked for hemp.")
            .externalId("crm-7")
            .tags(Set.of(UUID.randomUUID()))
            .custom(CustomValues.NONE.with(UUID.randomUUID(), "blue"))
            .lines(
                List.of(
                    new DealLine(
                        new ProductId(UUID.randomUUID()),
                        "Hemp",
                        "m²",
                        new BigDecimal("12.5"),
                        new BigDecimal("19.99"),
                        "EUR",
                        BigDecimal.TEN)))
            .amountBy(AmountBy.PRODUCTS)
            .build();
  }

  private DealId insert(DealData data) {
    DealId id = new DealId(UUID.randomUUID());
    house.writes.run(Reason.EDIT, change -> deals.insert(Map.of(id, data)));
    return id;
  }

  @Test
  void keepsEveryFieldOfANewDeal() {
    assertThat(EnumSet.allOf(DealField.class))
        .as("the sample fills every field")
        .isEqualTo(DealField.changed(DealData.EMPTY, full));

    DealId id = insert(full);

    Deal kept = deals.find(id).orElseThrow();
    assertThat(kept.data()).isEqualTo(full);
    assertThat(kept.standing().state()).isEqualTo(DealState.LOST);
    assertThat(kept.standing().pipelineId()).isEqualTo(house.pipelineId);
    assertThat(kept.standing().closedAt()).isEqualTo(kept.standing().since());
  }

  @Test
  void changesEveryFieldByItself() throws Exception {
    for (DealField field : DealField.values()) {
      // a reason for the loss stays only with a lost deal
      DealData before =
          DealData.builder()
              .name("Before")
              .currency("CHF")
              .stageId(house.stage(field == DealField.LOST_REASON ? 3 : 0))
              .build();
      DealId id = insert(before);
      DealData after = DealField.copy(EnumSet.of(field), full, before);

      boolean saved =
          house.writes.inTransaction(
              Reason.EDIT, change -> deals.update(id, 1, EnumSet.of(field), after));

      assertThat(saved).as("%s", field).isTrue();
      assertThat(deals.find(id).orElseThrow().data()).as("%s", field).isEqualTo(after);
    }
  }

  @Test
  void refusesAVersionThatIsNotTheCurrentOne() {
    DealId id = insert(full);
    EnumSet<DealField> name = EnumSet.of(DealField.NAME);
    DealData renamed = full.toBuilder().name("Elsewhere").build();
    house.writes.run(
        Reason.EDIT, change -> assertThat(deals.update(id, 1, name, renamed)).isTrue());

    boolean saved =
        house.writes.inTransaction(
            Reason.EDIT,
            change -> deals.update(id, 1, name, full.toBuilder().name("Lost").build()));

    assertThat(saved).isFalse();
    assertThat(deals.find(id).orElseThrow().data().name()).isEqualTo("Elsewhere");
  }

  @Test
  void rowsHoldWhatWasAskedForAndTheCompanysName() throws Exception {
    DealId id = insert(full.toBuilder().companyId(null).build());

    List<DealRow> rows =
        deals.rows(
            List.of(UUID.randomUUID(), id.value()),
            EnumSet.of(DealField.NAME, DealField.COMPANY, DealField.STAGE));

    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.shown())
                  .isEqualTo(DealData.builder().name(full.name()).stageId(full.stageId()).build());
              assertThat(row.company()).isNull();
              assertThat(row.state()).isEqualTo(DealState.LOST);
            });
  }

  @Test
  void theWayThroughTheStagesComesFromTheHistory() throws Exception {
    Instant march = Instant.parse("2026-03-01T10:00:00Z");
    DealId id = insert(full.toBuilder().stageId(house.stage(0)).lostReason(null).build());
    List<DatedMove> moves =
        List.of(
            new DatedMove(id, house.stage(0), march, null),
            new DatedMove(id, house.stage(1), march.plus(10, ChronoUnit.DAYS), null),
            new DatedMove(id, house.stage(3), march.plus(30, ChronoUnit.DAYS), "No budget"));

    house.writes.run(Reason.EDIT, change -> deals.moveAll(moves));

    assertThat(house.as(eu.rempart.account.Role.READER, () -> house.deals.path(id)))
        .containsExactly(
            new StageVisit(house.stage(0), march, march.plus(10, ChronoUnit.DAYS)),
            new StageVisit(
                house.stage(1), march.plus(10, ChronoUnit.DAYS), march.plus(30, ChronoUnit.DAYS)),
            new StageVisit(house.stage(3), march.plus(30, ChronoUnit.DAYS), null));
    Deal lost = deals.find(id).orElseThrow();
    assertThat(lost.data().lostReason()).isEqualTo("No budget");
    assertThat(lost.standing())
        .isEqualTo(
            new Deal.Standing(
                house.pipelineId,
                DealState.LOST,
                march.plus(30, ChronoUnit.DAYS),
                house.stage(1),
                march.plus(30, ChronoUnit.DAYS)));
  }
}
