package eu.rempart.watch.node;

import static eu.rempart.db.generated.Tables.WATCH_NODE;

import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table {@code watch_node}. */
@Repository
class NodeRepository {

  private final DSLContext dsl;

  NodeRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Keeps that a node is there; answers its zone, which it keeps for good. */
  Zone heard(UUID identity, String name, Instant now) {
    // an insert that comes too late would use up a number each time
    int known =
        dsl.update(WATCH_NODE)
            .set(WATCH_NODE.LAST_AT, utc(now))
            .set(WATCH_NODE.NAME, name)
            .where(WATCH_NODE.IDENTITY.eq(identity))
            .execute();
    if (known == 0) {
      dsl.insertInto(WATCH_NODE)
          .set(WATCH_NODE.IDENTITY, identity)
          .set(WATCH_NODE.NAME, name)
          .set(WATCH_NODE.FIRST_AT, utc(now))
          .set(WATCH_NODE.LAST_AT, utc(now))
          .onConflict(WATCH_NODE.IDENTITY)
          .doNothing()
          .execute();
    }
    return dsl.select(WATCH_NODE.NUMBER)
        .from(WATCH_NODE)
        .where(WATCH_NODE.IDENTITY.eq(identity))
        .fetchSingle(row -> Zone.ofNode(row.value1()));
  }

  /** Those that were there since a moment, by number. */
  List<Node> since(Instant from) {
    return dsl.select(WATCH_NODE.NUMBER, WATCH_NODE.NAME)
        .from(WATCH_NODE)
        .where(WATCH_NODE.LAST_AT.ge(utc(from)))
        .orderBy(WATCH_NODE.NUMBER)
        .fetch(row -> new Node(Zone.ofNode(row.value1()), row.value2()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
