package eu.rempart.deal.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.deal.DatedMove;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealMove;
import eu.rempart.deal.TestDeals;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BoardServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestDeals house;
  private BoardService boards;
  private StageId lead;
  private StageId offer;

  @BeforeEach
  void open() throws Exception {
    house = new TestDeals(database);
    boards =
        new BoardService(
            new BoardQueries(database.app(), new TestSealing()),
            house.pipelines,
            house.deals,
            house.writes,
            house.rights,
            Clock.fixed(Instant.now(), ZoneOffset.UTC));
    lead = house.stage(0);
    offer = house.stage(1);
  }

  private Cards column(int place) throws Exception {
    Stage stage = house.stageOf(place);
    Map<Stage, Cards> board = house.as(Role.READER, () -> boards.board(house.pipeline(), null));
    return in(board, stage);
  }

  private static <K> Cards in(Map<K, Cards> columns, K column) {
    return Objects.requireNonNull(columns.get(column));
  }

  private List<String> names(int place) throws Exception {
    return column(place).cards().stream().map(Card::name).toList();
  }

  private DealMove move(DealId id, StageId to, @Nullable DealId above) throws Exception {
    int version = house.now(id).version();
    return house.as(Role.MEMBER, () -> boards.move(id, version, to, above));
  }

  private DealId worth(String name, StageId stage, String amount, String currency)
      throws Exception {
    return house.as(
        Role.MEMBER,
        () ->
            house.deals.create(
                DealData.builder()
                    .name(name)
                    .stageId(stage)
                    .amount(new BigDecimal(amount))
                    .currency(currency)
                    .build()));
  }

  /** Numbers of places are small: those of two columns meet often. */
  @Test
  void aCardGoesWhereItIsPutThoughItLaySoInItsFormerColumn() throws Exception {
    DealId a = house.deal("a", lead);
    DealId b = house.deal("b", lead);
    move(b, lead, a);
    DealId other = house.deal("other", offer);

    move(b, offer, other);

    assertThat(names(1)).containsExactly("other", "b");
  }

  @Test
  void newDealsLieOnTopAndCardsGoWhereTheyArePut() throws Exception {
    DealId a = house.deal("a", lead);
    DealId b = house.deal("b", lead);
    DealId c = house.deal("c", lead);
    assertThat(names(0)).containsExactly("c", "b", "a");

    assertThat(move(c, lead, b)).isInstanceOf(DealMove.Done.class);
    assertThat(names(0)).containsExactly("b", "c", "a");
    move(a, lead, null);
    assertThat(names(0)).containsExactly("a", "b", "c");
    move(a, lead, c);
    assertThat(names(0)).containsExactly("b", "c", "a");

    move(c, offer, null);
    move(b, offer, c);
    assertThat(names(0)).containsExactly("a");
    assertThat(names(1)).containsExactly("c", "b");
    assertThat(house.now(c).standing().since()).isAfter(house.now(c).created().at());
  }

  @Test
  void ofTwoWhoMoveTheSameDealTheSecondIsToldAndLosesNothing() throws Exception {
    DealId id = house.deal("Roof", lead);
    int seen = house.now(id).version();
    house.as(Role.MEMBER, () -> boards.move(id, seen, offer, null));

    DealMove second = house.as(Role.MEMBER, () -> boards.win(id, seen));
    DealMove third = house.as(Role.MEMBER, () -> boards.move(id, seen, lead, null));

    assertThat(second).isEqualTo(new DealMove.Stale(house.now(id)));
    assertThat(third).isEqualTo(new DealMove.Stale(house.now(id)));
    assertThat(house.now(id).data().stageId()).isEqualTo(offer);
  }

  @Test
  void aMoveIntoAStageThatWasRemovedIsTold() throws Exception {
    DealId id = house.deal("Roof", lead);
    house.as(Role.MANAGER, () -> house.pipelines.remove(offer, null));

    assertThat(move(id, offer, null)).isEqualTo(new DealMove.Gone());
    assertThat(house.now(id).data().stageId()).isEqualTo(lead);
  }

  @Test
  void sumsAreMadeForEachCurrencyAndEachStage() throws Exception {
    worth("a", lead, "1000", "EUR");
    worth("b", lead, "500.50", "EUR");
    worth("c", lead, "300", "CHF");
    house.deal("without", lead);

    Cards column = column(0);

    assertThat(column.count()).isEqualTo(4);
    assertThat(column.sums()).extracting(CurrencySum::currency).containsExactly("EUR", "CHF");
    assertThat(column.sums().getFirst().amount()).isEqualByComparingTo("1500.50");
    assertThat(column.sums().getFirst().weighted()).isEqualByComparingTo("150.05");
  }

  @Test
  void aColumnIsReadInPages() throws Exception {
    List<DealId> ids = new ArrayList<>();
    for (int i = 0; i < BoardService.PAGE + 3; i++) {
      ids.add(house.deal("Deal " + i, lead));
    }

    assertThat(column(0).count()).isEqualTo(BoardService.PAGE + 3);
    assertThat(column(0).cards()).hasSize(BoardService.PAGE);
    assertThat(
            house.as(
                Role.READER,
                () -> boards.more(house.pipeline(), null, house.stageOf(0), BoardService.PAGE)))
        .extracting(Card::id)
        .containsExactly(ids.get(2), ids.get(1), ids.get(0));
  }

  @Test
  void aDealIsWonReopenedAndLostForAReason() throws Exception {
    DealId id = house.deal("Roof", offer);

    DealMove won = house.as(Role.MEMBER, () -> boards.win(id, 1));
    assertThat(won).isInstanceOf(DealMove.Done.class);
    Deal.Standing standing = house.now(id).standing();
    assertThat(standing.state()).isEqualTo(DealState.WON);
    assertThat(standing.before()).isEqualTo(offer);
    assertThat(standing.closedAt()).isNotNull();
    assertThat(names(2)).containsExactly("Roof");

    house.as(Role.MEMBER, () -> boards.reopen(id, 2));
    assertThat(house.now(id).data().stageId()).isEqualTo(offer);
    assertThat(house.now(id).standing().closedAt()).isNull();

    house.as(Role.MEMBER, () -> boards.lose(id, 3, "Chose hemp"));
    assertThat(house.now(id).data().lostReason()).isEqualTo("Chose hemp");
    house.as(Role.MANAGER, () -> house.pipelines.remove(offer, null));
    house.as(Role.MEMBER, () -> boards.reopen(id, 4));
    assertThat(house.now(id).data().stageId()).as("its stage is gone").isEqualTo(lead);
    assertThat(house.now(id).data().lostReason()).isNull();
  }

  @Test
  void dealsThatWereClosedLongAgoAreOnTheListOnly() throws Exception {
    DealId old = house.deal("Old", lead);
    Instant longAgo = Instant.now().minus(BoardService.CLOSED_SHOWN).minusSeconds(60);
    house.as(
        Role.MEMBER,
        () -> {
          house.deals.moveAll(
              List.of(new DatedMove(old, house.stage(2), longAgo, null)), Reason.EDIT);
          return true;
        });

    assertThat(column(2)).isEqualTo(new Cards(0, List.of(), List.of()));
  }

  @Test
  void theForecastHasAColumnForEachMonth() throws Exception {
    YearMonth now = YearMonth.of(2026, 11);
    LocalDate today = LocalDate.of(2026, 11, 30);
    DealId late = worth("late", lead, "100", "EUR");
    DealId lateThisMonth = worth("late this month", lead, "100", "EUR");
    DealId dueToday = worth("due today", lead, "100", "EUR");
    DealId soon = worth("soon", offer, "200", "EUR");
    worth("some day", offer, "400", "EUR");
    expect(late, LocalDate.of(2026, 10, 31));
    expect(lateThisMonth, LocalDate.of(2026, 11, 11));
    expect(dueToday, today);
    expect(soon, LocalDate.of(2026, 12, 31));

    Map<Month, Cards> months =
        house.as(Role.READER, () -> boards.forecast(house.pipeline(), null, today, 3));

    assertThat(months.keySet())
        .containsExactly(
            Month.OVERDUE,
            Month.of(now),
            Month.of(YearMonth.of(2026, 12)),
            Month.of(YearMonth.of(2027, 1)),
            Month.UNKNOWN);
    assertThat(in(months, Month.OVERDUE).cards())
        .extracting(Card::id)
        .containsExactly(late, lateThisMonth);
    assertThat(in(months, Month.OVERDUE).count()).isEqualTo(2);
    assertThat(in(months, Month.of(now)).cards()).extracting(Card::id).containsExactly(dueToday);
    assertThat(in(months, Month.of(now)).count()).isEqualTo(1);
    Cards december = in(months, Month.of(YearMonth.of(2026, 12)));
    assertThat(december.cards()).extracting(Card::id).containsExactly(soon);
    assertThat(december.sums().getFirst().weighted()).isEqualByComparingTo("100");
    assertThat(in(months, Month.UNKNOWN).count()).isEqualTo(1);
  }

  private void expect(DealId id, LocalDate day) throws Exception {
    int version = house.now(id).version();
    assertThat(house.as(Role.MEMBER, () -> boards.expect(id, version, day)))
        .isInstanceOf(DealMove.Done.class);
  }

  @Test
  void aDealKeepsItsDayInAnotherMonthWhereThatHasIt() {
    Month february = Month.of(YearMonth.of(2027, 2));
    LocalDate today = LocalDate.of(2026, 11, 28);
    assertThat(february.dayLike(LocalDate.of(2026, 12, 31), today)).isEqualTo("2027-02-28");
    assertThat(february.dayLike(LocalDate.of(2026, 12, 5), today)).isEqualTo("2027-02-05");
    assertThat(february.dayLike(null, today)).isEqualTo("2027-02-28");
    LocalDate later = LocalDate.of(2027, 2, 20);
    assertThat(february.dayLike(LocalDate.of(2027, 3, 5), later))
        .as("it is not late because somebody wants it sooner")
        .isEqualTo("2027-02-20");
    assertThat(february.dayLike(LocalDate.of(2027, 3, 25), later)).isEqualTo("2027-02-25");
    assertThat(february.dayLike(LocalDate.of(2027, 2, 5), later))
        .as("moved out of the overdue ones")
        .isEqualTo("2027-02-20");
    assertThat(Month.UNKNOWN.dayLike(LocalDate.of(2026, 12, 5), today)).isNull();
  }

  @Test
  void readersMoveNothingAndEngineersSeeNothing() throws Exception {
    DealId id = house.deal("Roof", lead);
    List<Callable<?>> moving =
        List.of(
            () -> boards.move(id, 1, offer, null),
            () -> boards.win(id, 1),
            () -> boards.lose(id, 1, "no"),
            () -> boards.reopen(id, 1),
            () -> boards.expect(id, 1, null));
    for (Role role : List.of(Role.READER, Role.ENGINEER)) {
      moving.forEach(
          door ->
              assertThatThrownBy(() -> house.as(role, door))
                  .isInstanceOf(NotPermittedException.class));
    }
    assertThatThrownBy(() -> house.as(Role.ENGINEER, () -> boards.board(house.pipeline(), null)))
        .isInstanceOf(NotPermittedException.class);
  }
}
