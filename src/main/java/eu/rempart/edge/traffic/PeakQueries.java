package eu.rempart.edge.traffic;

import static eu.rempart.db.generated.Tables.EDGE_SOURCE;
import static eu.rempart.db.generated.Tables.EDGE_TRAFFIC;

import eu.rempart.edge.limit.SourceWindow;
import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The most that came within five minutes, by what limits are set for. */
@Repository
class PeakQueries {

  private static final String NETWORK =
      "network(set_masklen({0}::inet, CASE family({0}::inet) WHEN 4 THEN 24 ELSE 48 END))::text";

  private final DSLContext dsl;

  PeakQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Networks around sources, /24 and /48: sums, and the highest sum of their sources' peaks in five
   * minutes; the busiest first.
   */
  List<PlacedSource> networks(OffsetDateTime since, int limit) {
    Field<String> around = DSL.field(NETWORK, String.class, EDGE_SOURCE.NETWORK).as("around");
    var place = DSL.max(EDGE_SOURCE.PLACE).as("place");
    var connections = sum(EDGE_SOURCE.CONNECTIONS).as("connections");
    var refused = sum(EDGE_SOURCE.REFUSED).as("refused");
    var requests = sum(EDGE_SOURCE.REQUESTS).as("requests");
    var atOnce = sum(EDGE_SOURCE.AT_ONCE).as("at_once");
    var fastest = sum(EDGE_SOURCE.FASTEST).as("fastest");
    var steps =
        dsl.select(around, place, connections, refused, requests, atOnce, fastest)
            .from(EDGE_SOURCE)
            .where(EDGE_SOURCE.AT.ge(since))
            .groupBy(EDGE_SOURCE.AT, around)
            .asTable("steps");
    var weight =
        DSL.sum(steps.field(connections))
            .plus(DSL.sum(steps.field(refused)))
            .plus(DSL.sum(steps.field(requests)));
    return dsl.select(
            steps.field(around),
            DSL.max(steps.field(place)),
            sum(steps.field(connections)),
            sum(steps.field(refused)),
            sum(steps.field(requests)),
            DSL.max(steps.field(atOnce)),
            DSL.max(steps.field(fastest)))
        .from(steps)
        .groupBy(steps.field(around))
        .orderBy(weight.desc(), steps.field(around))
        .limit(limit)
        .fetch(
            row ->
                new PlacedSource(
                    new SourceWindow(
                        Prefix.parse(row.value1()).orElseThrow(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()),
                    new Place(row.value2())));
  }

  /** Names of sources that sent more requests than that in some five minutes. */
  List<String> asked(OffsetDateTime since, long more) {
    return dsl.selectDistinct(EDGE_SOURCE.NETWORK)
        .from(EDGE_SOURCE)
        .where(EDGE_SOURCE.AT.ge(since))
        .and(EDGE_SOURCE.REQUESTS.gt(Math.toIntExact(Math.min(more, Integer.MAX_VALUE))))
        .fetch(EDGE_SOURCE.NETWORK);
  }

  /** Places with more finished handshakes than that in some five minutes. */
  List<Place> hurried(OffsetDateTime since, long more) {
    return dsl.selectDistinct(EDGE_TRAFFIC.PLACE)
        .from(EDGE_TRAFFIC)
        .where(EDGE_TRAFFIC.AT.ge(since))
        .and(EDGE_TRAFFIC.MEASURE.in(Measure.FULL_HANDSHAKE.key(), Measure.RESUMED_HANDSHAKE.key()))
        .groupBy(EDGE_TRAFFIC.AT, EDGE_TRAFFIC.PLACE)
        .having(DSL.sum(EDGE_TRAFFIC.COUNT).gt(BigDecimal.valueOf(more)))
        .fetch(row -> new Place(row.value1()));
  }

  /** Places whose sources' peaks of connections at once add up to more in some five minutes. */
  List<Place> crowded(OffsetDateTime since, long more) {
    return dsl.selectDistinct(EDGE_SOURCE.PLACE)
        .from(EDGE_SOURCE)
        .where(EDGE_SOURCE.AT.ge(since))
        .groupBy(EDGE_SOURCE.AT, EDGE_SOURCE.PLACE)
        .having(DSL.sum(EDGE_SOURCE.AT_ONCE).gt(BigDecimal.valueOf(more)))
        .fetch(row -> new Place(row.value1()));
  }

  /** At most the largest number there is: a flood of days has more. */
  static Field<Integer> sum(Field<Integer> field) {
    return DSL.least(DSL.sum(field), DSL.inline(BigDecimal.valueOf(Integer.MAX_VALUE)))
        .cast(Integer.class);
  }
}
