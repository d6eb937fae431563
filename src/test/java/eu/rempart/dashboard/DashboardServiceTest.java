package eu.rempart.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.deal.DatedMove;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.TestDeals;
import eu.rempart.deal.pipeline.PipelineId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DashboardServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Slice EUR = Slice.in("EUR");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  /** The last minute of October in Paris, which is November's nowhere but further east. */
  private static final Instant LATE_OCTOBER = Instant.parse("2026-10-31T22:59:00Z");

  private static TestDeals house;
  private static DashboardService figures;
  private static UUID owner;
  private static DealId overdue;
  private static DealId rotten;

  @BeforeAll
  static void sell() throws Exception {
    house = new TestDeals(database);
    figures = new DashboardService(new DashboardQueries(database.app()), house.rights);
    owner = UUID.randomUUID();
    DealId won = deal("Won", "1000", "EUR", null);
    move(won, 2, LATE_OCTOBER);
    deal("Expected", "500", "EUR", LocalDate.of(2026, 12, 24));
    deal("Elsewhere", "900", "CHF", LocalDate.of(2026, 12, 24));
    overdue = deal("Overdue", "300", "EUR", TODAY.minusDays(1));
    rotten = deal("Rotten", "100", "EUR", null);
    // an offer rots after 14 days
    move(rotten, 1, NOW.minus(Duration.ofDays(15)));
  }

  private static DealId deal(String name, String amount, String currency, @Nullable LocalDate close)
      throws Exception {
    var stage = house.stage(0);
    return house.as(
        Role.MEMBER,
        () ->
            house.deals.create(
                DealData.builder()
                    .name(name)
                    .ownerId(owner)
                    .amount(new BigDecimal(amount))
                    .currency(currency)
                    .stageId(stage)
                    .expectedClose(close)
                    .build()));
  }

  private static void move(DealId deal, int stage, Instant at) throws Exception {
    var to = house.stage(stage);
    house.as(
        Role.MEMBER,
        () -> {
          house.deals.moveAll(List.of(new DatedMove(deal, to, at, null)), Reason.EDIT);
          return true;
        });
  }

  private static <T> T read(Callable<T> work) throws Exception {
    return house.as(Role.READER, work);
  }

  @Test
  void theCurrencyOfMostDealsComesFirst() throws Exception {
    assertThat(read(figures::currencies)).containsExactly("EUR", "CHF");
  }

  @Test
  void stagesAreInTheirOrderWithOpenDealsOnly() throws Exception {
    List<StageFigure> stages = read(() -> figures.stages(EUR));

    assertThat(stages)
        .containsExactly(
            new StageFigure(house.stage(0), 3, new BigDecimal("800.00")),
            new StageFigure(house.stage(1), 1, new BigDecimal("100.00")));
  }

  @Test
  void whatWasWonCountsInTheMonthOfTheReader() throws Exception {
    assertThat(read(() -> figures.won(EUR, YearMonth.of(2026, 1), PARIS)))
        .containsExactly(new MonthFigure(YearMonth.of(2026, 10), 1, new BigDecimal("1000.00")));
    assertThat(read(() -> figures.won(EUR, YearMonth.of(2026, 1), ZoneId.of("Europe/Bucharest"))))
        .extracting(MonthFigure::month)
        .containsExactly(YearMonth.of(2026, 11));
  }

  @Test
  void whatIsExpectedIsWeighedAndOfOneCurrency() throws Exception {
    List<MonthFigure> expected =
        read(() -> figures.expected(EUR, YearMonth.of(2026, 12), YearMonth.of(2026, 12)));

    assertThat(expected).hasSize(1);
    assertThat(expected.getFirst().deals()).isEqualTo(2);
    assertThat(expected.getFirst().amount()).isEqualByComparingTo("50");
  }

  @Test
  void overdueAndRottenDealsAreAtRiskTheLargestFirst() throws Exception {
    Risks risks = read(() -> figures.risks(EUR, TODAY, NOW));

    assertThat(risks).isEqualTo(new Risks(List.of(overdue, rotten), 2));
  }

  @Test
  void ownersAndSourcesAreCounted() throws Exception {
    house.contact();

    assertThat(read(() -> figures.owners(EUR)))
        .containsExactly(new OwnerFigure(owner, 4, new BigDecimal("900.00")));
    assertThat(read(() -> figures.sources(EUR, Instant.EPOCH)))
        .containsExactly(new SourceFigure("database:rempart_app", 1));
    assertThat(read(() -> figures.sources(EUR, Instant.now().plusSeconds(60)))).isEmpty();
  }

  @Test
  void anotherCurrencyCountsItsOwnAmounts() throws Exception {
    YearMonth december = YearMonth.of(2026, 12);

    assertThat(read(() -> figures.stages(Slice.in("CHF"))))
        .first()
        .isEqualTo(new StageFigure(house.stage(0), 3, new BigDecimal("900.00")));
    assertThat(read(() -> figures.expected(Slice.in("CHF"), december, december)))
        .singleElement()
        .satisfies(month -> assertThat(month.amount()).isEqualByComparingTo("90"));
  }

  @Test
  void figuresOfOnePipelineAndOfOneMemberHoldNothingElse() throws Exception {
    Slice hers = new Slice("EUR", house.pipelineId, owner);
    assertThat(read(() -> figures.stages(hers))).isEqualTo(read(() -> figures.stages(EUR)));
    assertThat(read(() -> figures.risks(hers, TODAY, NOW)).count()).isEqualTo(2);

    YearMonth first = YearMonth.of(2026, 1);
    YearMonth last = YearMonth.of(2026, 12);
    for (Slice other :
        List.of(
            new Slice("EUR", new PipelineId(UUID.randomUUID()), null),
            new Slice("EUR", null, UUID.randomUUID()))) {
      assertThat(read(() -> figures.stages(other))).isEmpty();
      assertThat(read(() -> figures.won(other, first, PARIS))).isEmpty();
      assertThat(read(() -> figures.expected(other, first, last))).isEmpty();
      assertThat(read(() -> figures.owners(other))).isEmpty();
      assertThat(read(() -> figures.risks(other, TODAY, NOW))).isEqualTo(new Risks(List.of(), 0));
    }
    Slice nobodys = new Slice("EUR", null, UUID.randomUUID());
    assertThat(read(() -> figures.sources(nobodys, Instant.EPOCH))).isEmpty();
    assertThat(read(() -> figures.done(nobodys, LocalDate.EPOCH, TODAY, PARIS))).isEmpty();
  }

  @Test
  void engineersSeeNone() {
    List<Callable<?>> doors =
        List.of(
            figures::currencies,
            () -> figures.stages(EUR),
            () -> figures.won(EUR, YearMonth.of(2026, 1), PARIS),
            () -> figures.expected(EUR, YearMonth.of(2026, 1), YearMonth.of(2026, 2)),
            () -> figures.owners(EUR),
            () -> figures.sources(EUR, NOW),
            () -> figures.risks(EUR, TODAY, NOW));
    doors.forEach(
        door ->
            assertThatThrownBy(() -> house.as(Role.ENGINEER, door))
                .isInstanceOf(NotPermittedException.class));
  }
}
