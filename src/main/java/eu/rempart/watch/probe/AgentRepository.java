package eu.rempart.watch.probe;

import static eu.rempart.db.generated.Tables.WATCH_AGENT;
import static eu.rempart.watch.probe.AgentMapper.utc;
import static eu.rempart.watch.probe.AgentMapper.utcOrNull;

import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.ProbeKeys;
import eu.rempart.watch.wire.RequestSeal;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code watch_agent}. */
@Repository
class AgentRepository {

  /** So many are remembered, those that were revoked included. */
  private static final int MOST = 500;

  private final DSLContext dsl;

  AgentRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * All that were ever admitted, as far as anybody remembers: first those that were not revoked.
   */
  List<Agent> all() {
    return dsl.selectFrom(WATCH_AGENT)
        .orderBy(
            WATCH_AGENT.STATE.eq(AgentState.REVOKED.name()).asc(),
            WATCH_AGENT.ADMITTED_AT.desc(),
            WATCH_AGENT.ID)
        .limit(MOST)
        .fetch(AgentMapper::agent);
  }

  /** Those that were not revoked, by zone. */
  List<Agent> current() {
    return dsl.selectFrom(WATCH_AGENT)
        .where(WATCH_AGENT.STATE.ne(AgentState.REVOKED.name()))
        .orderBy(WATCH_AGENT.ZONE)
        .fetch(AgentMapper::agent);
  }

  /** One that nobody else changes until the transaction ends. */
  Optional<Agent> lock(UUID id) {
    return dsl.selectFrom(WATCH_AGENT)
        .where(WATCH_AGENT.ID.eq(id))
        .forUpdate()
        .fetchOptional(AgentMapper::agent);
  }

  boolean knows(PublicKey key) {
    return dsl.fetchExists(WATCH_AGENT, WATCH_AGENT.PUBLIC_KEY.eq(ProbeKeys.bytes(key)));
  }

  /** Who works in a zone with this key, and was admitted at this moment. */
  Optional<UUID> admitted(Zone zone, PublicKey key, Instant at) {
    return dsl.select(WATCH_AGENT.ID)
        .from(WATCH_AGENT)
        .where(WATCH_AGENT.PUBLIC_KEY.eq(ProbeKeys.bytes(key)))
        .and(WATCH_AGENT.ZONE.eq(zone.code()))
        .and(WATCH_AGENT.STATE.eq(AgentState.ACTIVE.name()))
        .and(WATCH_AGENT.ADMITTED_AT.eq(utc(at)))
        .fetchOptional(WATCH_AGENT.ID);
  }

  /** One that was just admitted. */
  void insert(Agent agent, @Nullable UUID by) {
    dsl.insertInto(WATCH_AGENT).set(AgentMapper.row(agent, by)).execute();
  }

  /** Revokes whoever is in a zone. */
  void revoke(Zone zone, Instant now) {
    dsl.update(WATCH_AGENT)
        .set(WATCH_AGENT.STATE, AgentState.REVOKED.name())
        .set(WATCH_AGENT.STATE_AT, utc(now))
        .where(WATCH_AGENT.ZONE.eq(zone.code()))
        .and(WATCH_AGENT.STATE.ne(AgentState.REVOKED.name()))
        .execute();
  }

  /** Answers whether that changed anything. */
  boolean change(UUID id, AgentState state, Instant now) {
    return dsl.update(WATCH_AGENT)
            .set(WATCH_AGENT.STATE, state.name())
            .set(WATCH_AGENT.STATE_AT, utc(now))
            .where(WATCH_AGENT.ID.eq(id))
            .and(WATCH_AGENT.STATE.notIn(state.name(), AgentState.REVOKED.name()))
            .execute()
        == 1;
  }

  /** Keeps what was wrong. */
  void tell(UUID id, String trouble, Instant now) {
    dsl.update(WATCH_AGENT)
        .set(WATCH_AGENT.TROUBLE, trouble)
        .set(WATCH_AGENT.TROUBLE_AT, utc(now))
        .where(WATCH_AGENT.ID.eq(id))
        .execute();
  }

  void tellClock(UUID id, Duration off) {
    dsl.update(WATCH_AGENT)
        .set(WATCH_AGENT.CLOCK_OFF_MS, off.toMillis())
        .where(WATCH_AGENT.ID.eq(id))
        .execute();
  }

  /** A request is taken: it was heard. */
  void heard(UUID id, RequestSeal seal, List<UUID> boots, Instant now) {
    dsl.update(WATCH_AGENT)
        .set(WATCH_AGENT.SEQUENCE, seal.sequence())
        .set(
            WATCH_AGENT.MOMENT,
            DSL.greatest(
                DSL.coalesce(WATCH_AGENT.MOMENT, DSL.val(utc(seal.moment()))),
                DSL.val(utc(seal.moment()))))
        .set(WATCH_AGENT.BOOTS, boots.toArray(UUID[]::new))
        .set(WATCH_AGENT.HEARD_AT, utc(now))
        .setNull(WATCH_AGENT.SILENT_SINCE)
        .where(WATCH_AGENT.ID.eq(id))
        .execute();
  }

  /**
   * What came of what it delivered; nothing if meanwhile another request of it was answered, which
   * brought the same.
   *
   * @param agent as it was when the request came
   */
  void delivered(Agent agent, Delivery delivery, @Nullable String release, Duration clockOff) {
    dsl.update(WATCH_AGENT)
        .set(WATCH_AGENT.RESULT, DSL.greatest(WATCH_AGENT.RESULT, DSL.val(delivery.taken())))
        .set(WATCH_AGENT.LOST, WATCH_AGENT.LOST.plus(delivery.lost()))
        .set(WATCH_AGENT.REFUSED, WATCH_AGENT.REFUSED.plus(delivery.refused().size()))
        .set(WATCH_AGENT.BEHIND_FROM, utcOrNull(delivery.behindFrom()))
        .set(WATCH_AGENT.BEHIND_SINCE, utcOrNull(delivery.behindSince()))
        .set(WATCH_AGENT.AGREED, delivery.agreed())
        .set(WATCH_AGENT.ALONE, delivery.alone())
        .set(WATCH_AGENT.RELEASE, release)
        .set(WATCH_AGENT.CLOCK_OFF_MS, clockOff.toMillis())
        .where(WATCH_AGENT.ID.eq(agent.id()))
        .and(WATCH_AGENT.RESULT.eq(agent.contact().result()))
        .execute();
  }

  /**
   * Says of those not heard since some moment that they are silent; answers whom nobody did. Nobody
   * was heard later than now, but by a clock that was wrong.
   */
  List<Agent> silence(Instant before, Instant now) {
    return dsl.update(WATCH_AGENT)
        .set(WATCH_AGENT.SILENT_SINCE, utc(now))
        .where(WATCH_AGENT.STATE.eq(AgentState.ACTIVE.name()))
        .and(WATCH_AGENT.SILENT_SINCE.isNull())
        .and(
            WATCH_AGENT
                .HEARD_AT
                .lt(utc(before))
                .or(WATCH_AGENT.HEARD_AT.gt(utc(now.plus(Duration.between(before, now))))))
        .returning()
        .fetch(AgentMapper::agent);
  }
}
