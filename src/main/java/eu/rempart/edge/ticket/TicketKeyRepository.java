package eu.rempart.edge.ticket;

import static eu.rempart.db.generated.Tables.EDGE_TICKET_KEY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table {@code edge_ticket_key}. */
@Repository
class TicketKeyRepository {

  private final DSLContext dsl;

  TicketKeyRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The newest first. */
  List<SealedKey> newest(int most) {
    return dsl.selectFrom(EDGE_TICKET_KEY)
        .orderBy(EDGE_TICKET_KEY.MADE_AT.desc(), EDGE_TICKET_KEY.ID)
        .limit(most)
        .fetch(row -> new SealedKey(row.getId(), row.getMadeAt().toInstant(), row.getSealed()));
  }

  /** One node at a time makes a key. */
  void lock() {
    dsl.fetch("SELECT pg_advisory_xact_lock(7310581)");
  }

  void insert(SealedKey key) {
    dsl.insertInto(EDGE_TICKET_KEY)
        .set(EDGE_TICKET_KEY.ID, key.id())
        .set(EDGE_TICKET_KEY.MADE_AT, utc(key.madeAt()))
        .set(EDGE_TICKET_KEY.SEALED, key.sealed())
        .execute();
  }

  /** Removes those made before, and those that a wrong clock made after. */
  void keepBetween(Instant before, Instant after) {
    dsl.deleteFrom(EDGE_TICKET_KEY)
        .where(EDGE_TICKET_KEY.MADE_AT.lt(utc(before)))
        .or(EDGE_TICKET_KEY.MADE_AT.gt(utc(after)))
        .execute();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
