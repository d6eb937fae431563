package eu.rempart.edge.abuse;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import eu.rempart.edge.abuse.MassDetector.Doer;
import eu.rempart.edge.abuse.MassDetector.Most;
import eu.rempart.edge.abuse.MassDetector.TooMuch;
import eu.rempart.edge.rule.Limit;
import eu.rempart.vault.event.SecurityEventQueries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code edge_moved} and {@code edge_moved_told}, by the database's clock. */
@Repository
class MovedRepository implements MassDetector.Shared {

  private static final Moved MOVED = new Moved("edge_moved");
  private static final Moved TOLD = new Moved("edge_moved_told");
  private static final Field<OffsetDateTime> MINUTE =
      field(name("edge_moved", "minute"), OffsetDateTime.class);
  private static final Field<Long> COUNT = field(name("edge_moved", "count"), Long.class);
  private static final Field<OffsetDateTime> AT =
      field(name("edge_moved_told", "at"), OffsetDateTime.class);
  private static final Field<OffsetDateTime> NOW = field("clock_timestamp()", OffsetDateTime.class);

  /** What both tables have. */
  private record Moved(Table<Record> table, Field<UUID> memberId, Field<String> way) {
    private Moved(String table) {
      this(
          DSL.table(name(table)),
          field(name(table, "member_id"), UUID.class),
          field(name(table, "way"), String.class));
    }

    private Condition of(Doer doer) {
      return memberId.eq(doer.memberId()).and(way.eq(doer.way().name()));
    }
  }

  /** The longest window that may be set, and the minute in which it begins. */
  private static final Duration LONGEST = Duration.ofMinutes(Limit.WINDOW_MASS.most() + 1);

  private final DSLContext dsl;
  private final TransactionTemplate transactions;

  MovedRepository(DSLContext dsl, PlatformTransactionManager transactions) {
    this.dsl = dsl;
    this.transactions = new TransactionTemplate(transactions);
  }

  // TransactionTemplate answers what its callback answers, which NullAway can't know
  @SuppressWarnings("NullAway")
  @Override
  public OptionalLong add(Doer doer, long count, Most most) {
    return transactions.execute(
        _ -> {
          lock(doer);
          count(doer, count);
          long rows = rows(doer, most.within());
          if (rows <= most.rows()) {
            dsl.deleteFrom(TOLD.table()).where(TOLD.of(doer)).execute();
            return OptionalLong.empty();
          }
          if (!isFirstToTell(doer, most.within())) {
            return OptionalLong.empty();
          }
          // were it told afterwards, a node that dies in between would silence all of them
          SecurityEventQueries.insert(dsl, new TooMuch(doer, rows, most).event(), NOW);
          return OptionalLong.of(rows);
        });
  }

  /** One node at a time counts what a member does: the next one sees all of it. */
  private void lock(Doer doer) {
    dsl.fetch(
        "SELECT pg_advisory_xact_lock(hashtextextended({0}, 7310581))",
        val("edge_moved:" + doer.memberId() + doer.way()));
  }

  private void count(Doer doer, long count) {
    dsl.insertInto(MOVED.table(), MOVED.memberId(), MOVED.way(), MINUTE, COUNT)
        .values(val(doer.memberId()), val(doer.way().name()), minute(NOW), val(count))
        .onConflict(MOVED.memberId(), MOVED.way(), MINUTE)
        .doUpdate()
        .set(COUNT, COUNT.plus(count))
        .execute();
  }

  private long rows(Doer doer, Duration within) {
    var all = coalesce(sum(COUNT), BigDecimal.ZERO);
    return Objects.requireNonNull(
            dsl.select(all)
                .from(MOVED.table())
                .where(MOVED.of(doer))
                // a minute is counted whole, or what is just within the window would not be
                .and(MINUTE.ge(minute(ago(within))))
                .fetchSingle(all))
        .longValueExact();
  }

  private boolean isFirstToTell(Doer doer, Duration within) {
    boolean told = dsl.fetchExists(TOLD.table(), TOLD.of(doer).and(AT.gt(ago(within))));
    dsl.insertInto(TOLD.table(), TOLD.memberId(), TOLD.way(), AT)
        .values(val(doer.memberId()), val(doer.way().name()), NOW)
        .onConflict(TOLD.memberId(), TOLD.way())
        .doUpdate()
        .set(AT, NOW)
        .execute();
    return !told;
  }

  @Scheduled(initialDelay = 13, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
  void forgetOld() {
    dsl.deleteFrom(MOVED.table()).where(MINUTE.lt(ago(LONGEST))).execute();
    dsl.deleteFrom(TOLD.table()).where(AT.lt(ago(LONGEST))).execute();
  }

  private static Field<OffsetDateTime> minute(Field<OffsetDateTime> moment) {
    return field("date_trunc('minute', {0})", OffsetDateTime.class, moment);
  }

  private static Field<OffsetDateTime> ago(Duration time) {
    return NOW.minus(DSL.val(DayToSecond.valueOf(time)));
  }
}
