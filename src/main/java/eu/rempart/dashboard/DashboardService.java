package eu.rempart.dashboard;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.search.order.Total;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the figures. Every method needs the right to read records. */
@Service
@Transactional(readOnly = true)
public class DashboardService {

  private static final int OWNERS = 12;
  private static final int SOURCES = 8;
  private static final int WORST = 6;

  private final DashboardQueries queries;
  private final Rights rights;

  DashboardService(DashboardQueries queries, Rights rights) {
    this.queries = queries;
    this.rights = rights;
  }

  /** The currency that most deals are in; empty where there are none. */
  public Optional<String> currency() {
    rights.require(Right.READ_RECORDS);
    return queries.currency();
  }

  /** Open deals by stage, in the order of the pipelines. */
  public List<StageFigure> stages(String currency) {
    rights.require(Right.READ_RECORDS);
    return queries.stages(currency);
  }

  /** What was won, by month, from this month on; months without are left out. */
  public List<MonthFigure> won(String currency, YearMonth from, ZoneId zone) {
    rights.require(Right.READ_RECORDS);
    return queries.won(currency, from, zone);
  }

  /** What is expected, by month, weighed by probability; months without are left out. */
  public List<MonthFigure> expected(String currency, YearMonth from, YearMonth to) {
    rights.require(Right.READ_RECORDS);
    return queries.expected(currency, from, to);
  }

  /** Members by the open deals that they look after, most first. */
  public List<OwnerFigure> owners(String currency) {
    rights.require(Right.READ_RECORDS);
    return queries.owners(currency, OWNERS);
  }

  /** Members by the activities of these days that are done, most first. */
  public List<DoneFigure> done(LocalDate from, LocalDate to, ZoneId zone) {
    rights.require(Right.READ_RECORDS);
    return queries.done(from, to, zone, OWNERS);
  }

  /** Contacts that came since then, by where from, most first. */
  public List<SourceFigure> sources(Instant since) {
    rights.require(Right.READ_RECORDS);
    return queries.sources(since, SOURCES);
  }

  /** Open deals that are overdue, or stand in their stage for longer than it allows. */
  public Risks risks(String currency, LocalDate today, Instant now) {
    rights.require(Right.READ_RECORDS);
    return new Risks(
        queries.worst(currency, today, now, WORST), queries.countAtRisk(today, now, Total.CAP));
  }
}
