package eu.rempart.deal.board;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.SaveResult;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealField;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealMove;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The door to boards, and to moving deals on them. Every method needs a right. */
@Service
public class BoardService {

  /** Cards of a column that are read at a time. */
  public static final int PAGE = 50;

  /** For so long won and lost deals stay on the board; the list has them all. */
  public static final Duration CLOSED_SHOWN = Duration.ofDays(30);

  private static final String KIND = "deal";

  private final BoardQueries queries;
  private final PipelineService pipelines;
  private final DealService deals;
  private final Writes writes;
  private final Rights rights;
  private final Clock clock;

  @Autowired
  BoardService(
      BoardQueries queries,
      PipelineService pipelines,
      DealService deals,
      Writes writes,
      Rights rights) {
    this(queries, pipelines, deals, writes, rights, Clock.systemUTC());
  }

  BoardService(
      BoardQueries queries,
      PipelineService pipelines,
      DealService deals,
      Writes writes,
      Rights rights,
      Clock clock) {
    this.queries = queries;
    this.pipelines = pipelines;
    this.deals = deals;
    this.writes = writes;
    this.rights = rights;
    this.clock = clock;
  }

  /** The columns of a pipeline in their order, each with its first cards. */
  public Map<Stage, Cards> board(Pipeline pipeline, @Nullable UUID owner) {
    rights.require(Right.READ_RECORDS);
    BoardFilter filter = new BoardFilter(pipeline.id(), owner);
    Map<UUID, Cards> sums = queries.byStage(filter, closedSince());
    Map<Stage, Cards> columns = new LinkedHashMap<>();
    for (Stage stage : pipeline.stages()) {
      Cards sum = sums.getOrDefault(stage.kept().value(), Cards.NONE);
      List<Card> cards = sum.count() == 0 ? List.of() : cards(filter, stage, 0, PAGE);
      columns.put(stage, new Cards(sum.count(), sum.sums(), cards).without(rights.hidden(KIND)));
    }
    return columns;
  }

  /** More cards of a column. */
  public List<Card> more(Pipeline pipeline, @Nullable UUID owner, Stage stage, int offset) {
    rights.require(Right.READ_RECORDS);
    return seen(cards(new BoardFilter(pipeline.id(), owner), stage, offset, PAGE));
  }

  /**
   * Somebody's open deals that should have been won by now, or wait in their stage for longer than
   * it allows; those that wait longest first.
   */
  public List<Card> wantingCare(UUID owner, LocalDate today, int limit) {
    rights.require(Right.READ_RECORDS);
    // whoever is not shown a day is not told that it has passed either
    LocalDate late = showsMonths() ? today : LocalDate.EPOCH;
    return seen(queries.wantingCare(owner, late, clock.instant(), limit));
  }

  private List<Card> cards(BoardFilter filter, Stage stage, int offset, int limit) {
    return stage.open()
        ? queries.open(filter, stage.kept(), offset, limit)
        : queries.closed(filter, stage.kept(), closedSince(), offset, limit);
  }

  private Instant closedSince() {
    return clock.instant().minus(CLOSED_SHOWN);
  }

  /**
   * Open deals by month of the expected close: those whose day has passed, those of each month from
   * today on, and those without a day; each with its first cards. Empty columns for whoever is not
   * shown the day.
   *
   * @param months how many are shown, 1 to 24
   */
  public Map<Month, Cards> forecast(
      Pipeline pipeline, @Nullable UUID owner, LocalDate today, int months) {
    rights.require(Right.READ_RECORDS);
    BoardFilter filter = new BoardFilter(pipeline.id(), owner);
    Map<String, Cards> sums = showsMonths() ? queries.byMonth(filter, today) : Map.of();
    Map<Month, Cards> columns = new LinkedHashMap<>();
    put(columns, filter, Month.OVERDUE, today, sums.get("overdue"));
    for (int i = 0; i < months; i++) {
      YearMonth month = YearMonth.from(today).plusMonths(i);
      put(columns, filter, Month.of(month), today, sums.get(month.toString()));
    }
    put(columns, filter, Month.UNKNOWN, today, sums.get("unknown"));
    return columns;
  }

  private void put(
      Map<Month, Cards> columns,
      BoardFilter filter,
      Month month,
      LocalDate today,
      @Nullable Cards sum) {
    columns.put(
        month,
        sum == null
            ? Cards.NONE
            : new Cards(sum.count(), sum.sums(), queries.expected(filter, month, today, 0, PAGE))
                .without(rights.hidden(KIND)));
  }

  /** More cards of a month. */
  public List<Card> more(
      Pipeline pipeline, @Nullable UUID owner, Month month, LocalDate today, int offset) {
    rights.require(Right.READ_RECORDS);
    return showsMonths()
        ? seen(queries.expected(new BoardFilter(pipeline.id(), owner), month, today, offset, PAGE))
        : List.of();
  }

  /** Whether the member is shown in which month a deal is expected to be won. */
  public boolean showsMonths() {
    rights.require(Right.READ_RECORDS);
    return !rights.hidden(KIND).contains("expected_close");
  }

  private List<Card> seen(List<Card> cards) {
    Set<String> hidden = rights.hidden(KIND);
    return hidden.isEmpty() ? cards : cards.stream().map(card -> card.without(hidden)).toList();
  }

  /**
   * Puts a deal into an open stage, or elsewhere in its own.
   *
   * @param version which it has on the screen
   * @param above the deal that it is put below; null for the top of the column
   */
  public DealMove move(DealId id, int version, StageId to, @Nullable DealId above) {
    rights.require(Right.WRITE_RECORDS, KIND, List.of(id.value()));
    boolean moved =
        writes.inTransaction(
            Reason.EDIT, change -> queries.hold(to) && put(id, version, to, above));
    Optional<Deal> now = deals.find(id);
    if (moved) {
      deals.cameBack(List.of(id));
    }
    return now.<DealMove>map(
            deal ->
                moved
                    ? new DealMove.Done(deal)
                    : deal.version() == version
                        ? new DealMove.Gone() // the stage was removed
                        : new DealMove.Stale(deal))
        .orElseGet(DealMove.Gone::new);
  }

  private boolean put(DealId id, int version, StageId to, @Nullable DealId above) {
    BigDecimal upper = above == null ? null : queries.position(above, to).orElse(null);
    BigDecimal lower = queries.next(to, upper, id);
    BigDecimal place = BoardPosition.between(upper, lower);
    // a number that stays the same while the stage changes is none that was chosen: see the trigger
    return queries.move(
        id,
        version,
        to,
        queries.hasPosition(id, place) ? BoardPosition.between(upper, place) : place);
  }

  /** Lets the deal be won. */
  public DealMove win(DealId id, int version) {
    return end(id, version, DealState.WON, null);
  }

  /**
   * Gives the deal up.
   *
   * @param reason why, in words; not kept of whoever may not write it
   * @throws eu.rempart.common.InvalidFieldException if the reason is too long
   */
  public DealMove lose(DealId id, int version, String reason) {
    return end(id, version, DealState.LOST, reason);
  }

  /** Whether the member may write why a deal was lost. */
  public boolean writesReason() {
    rights.require(Right.READ_RECORDS);
    return !rights.fixed(KIND).contains(DealField.LOST_REASON.column());
  }

  /** Opens a deal again where it stood before, or in the first stage where that is gone. */
  public DealMove reopen(DealId id, int version) {
    return end(id, version, DealState.OPEN, null);
  }

  private DealMove end(DealId id, int version, DealState state, @Nullable String reason) {
    rights.require(Right.WRITE_RECORDS);
    Optional<Deal> found = deals.find(id);
    Optional<Pipeline> pipeline =
        found.flatMap(deal -> pipelines.find(deal.standing().pipelineId()));
    if (found.isEmpty() || pipeline.isEmpty()) {
      return new DealMove.Gone();
    }
    Deal deal = found.get();
    if (deal.version() != version) {
      return new DealMove.Stale(deal);
    }
    StageId before = deal.standing().before();
    Stage to =
        Optional.ofNullable(state == DealState.OPEN ? before : null)
            .flatMap(pipeline.get()::stage)
            .filter(Stage::open)
            .orElseGet(() -> pipeline.get().first(state));
    DealData moved = deal.data().toBuilder().stageId(to.kept()).build();
    return save(
        deal,
        reason != null && !writesReason() ? moved : moved.toBuilder().lostReason(reason).build());
  }

  /** Expects an open deal to be won in another month. */
  public DealMove expect(DealId id, int version, @Nullable LocalDate day) {
    rights.require(Right.WRITE_RECORDS);
    Optional<Deal> found = deals.find(id);
    if (found.isEmpty()) {
      return new DealMove.Gone();
    }
    return found.get().version() == version
        ? save(found.get(), found.get().data().toBuilder().expectedClose(day).build())
        : new DealMove.Stale(found.get());
  }

  private DealMove save(Deal deal, DealData after) {
    try {
      return switch (deals.save(deal.id(), deal.version(), deal.data(), after)) {
        case SaveResult.Saved<Deal, DealField>(var now) -> new DealMove.Done(now);
        case SaveResult.Stale<Deal, DealField> stale -> new DealMove.Stale(stale.current());
        case SaveResult.Gone<Deal, DealField> _ -> new DealMove.Gone();
      };
    } catch (DataIntegrityViolationException _) {
      return new DealMove.Gone();
    }
  }
}
