package eu.rempart.watch.load;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** How busy the database is. */
@Repository
public class LoadQueries {

  private final DSLContext dsl;

  LoadQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Connections in use, in per cent of those that the database accepts. They are those of
   * everybody: sessions of other roles, which {@code pg_stat_activity} hides from the application,
   * take their place all the same.
   */
  public long connections() {
    return dsl.select(
            DSL.field(
                "round(100.0 * (SELECT sum(numbackends) FROM pg_stat_database)"
                    + " / current_setting('max_connections')::int)::bigint",
                Long.class))
        .fetchSingle()
        .value1();
  }
}
