package eu.rempart.dashboard;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.search.order.Total;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the figures. Every method needs the right to read records. Whoever is not shown a
 * field is told nothing that was made of it: sums of amounts are zero, and what is counted by the
 * field is empty.
 */
@Service
@Transactional(readOnly = true)
public class DashboardService {

  private static final int OWNERS = 12;
  private static final int SOURCES = 8;
  private static final int WORST = 6;
  private static final String DEAL = "deal";
  private static final String ACTIVITY = "activity";

  /** What of an activity says that it was done within some days. */
  private static final Set<String> DONE = Set.of("status", "starts_at");

  private final DashboardQueries queries;
  private final Rights rights;

  DashboardService(DashboardQueries queries, Rights rights) {
    this.queries = queries;
    this.rights = rights;
  }

  /** The currencies that deals are in, that of most of them first. */
  public List<String> currencies() {
    rights.require(Right.READ_RECORDS);
    return showsAmounts() ? queries.currencies() : List.of();
  }

  /** Open deals by stage, in the order of the pipelines. */
  public List<StageFigure> stages(Slice slice) {
    rights.require(Right.READ_RECORDS);
    List<StageFigure> stages = queries.stages(slice);
    return showsAmounts()
        ? stages
        : stages.stream()
            .map(each -> new StageFigure(each.stage(), each.deals(), BigDecimal.ZERO))
            .toList();
  }

  /** What was won, by month, from this month on; months without are left out. */
  public List<MonthFigure> won(Slice slice, YearMonth from, ZoneId zone) {
    rights.require(Right.READ_RECORDS);
    return showsAmounts() ? queries.won(slice, from, zone) : List.of();
  }

  /** What is expected, by month, weighed by probability; months without are left out. */
  public List<MonthFigure> expected(Slice slice, YearMonth from, YearMonth to) {
    rights.require(Right.READ_RECORDS);
    return showsAmounts() && showsExpectedClose() && !hides("probability")
        ? queries.expected(slice, from, to)
        : List.of();
  }

  /** Members by the open deals that they look after, most first. */
  public List<OwnerFigure> owners(Slice slice) {
    rights.require(Right.READ_RECORDS);
    List<OwnerFigure> owners = queries.owners(slice, OWNERS);
    return showsAmounts()
        ? owners
        : owners.stream()
            .map(each -> new OwnerFigure(each.owner(), each.deals(), BigDecimal.ZERO))
            .toList();
  }

  /** Members by the activities of these days that are done, most first. */
  public List<DoneFigure> done(Slice slice, LocalDate from, LocalDate to, ZoneId zone) {
    rights.require(Right.READ_RECORDS);
    Set<String> hidden = rights.hidden(ACTIVITY);
    return Collections.disjoint(hidden, DONE)
        ? queries.done(slice, from, to, zone, OWNERS)
        : List.of();
  }

  /** Contacts that came since then, by where from, most first. */
  public List<SourceFigure> sources(Slice slice, Instant since) {
    rights.require(Right.READ_RECORDS);
    return queries.sources(slice, since, SOURCES);
  }

  /** Open deals that are overdue, or stand in their stage for longer than it allows. */
  public Risks risks(Slice slice, LocalDate today, Instant now) {
    rights.require(Right.READ_RECORDS);
    // without a day that the member may know, what stands for too long alone is at risk
    LocalDate late = showsExpectedClose() ? today : LocalDate.EPOCH;
    return new Risks(
        queries.worst(slice, showsAmounts(), late, now, WORST),
        queries.countAtRisk(slice, late, now, Total.CAP));
  }

  /** Whether the member is shown what deals are worth. */
  public boolean showsAmounts() {
    rights.require(Right.READ_RECORDS);
    return !hides("amount") && !hides("currency");
  }

  private boolean showsExpectedClose() {
    return !hides("expected_close");
  }

  private boolean hides(String column) {
    return rights.hidden(DEAL).contains(column);
  }
}
