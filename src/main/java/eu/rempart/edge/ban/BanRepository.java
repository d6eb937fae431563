package eu.rempart.edge.ban;

import static eu.rempart.db.generated.Tables.EDGE_BAN;

import eu.rempart.db.generated.tables.records.EdgeBanRecord;
import eu.rempart.edge.ban.Ban.Lift;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code edge_ban}. */
@Repository
class BanRepository {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> EVIDENCE = new TypeReference<>() {};

  private final DSLContext dsl;

  BanRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Those in force, the one that ends first first. Where there are more than are wanted, those stay
   * that somebody imposed, and then those that last longest: whoever has very many networks banned
   * for a while sets free none that was banned before.
   */
  List<Ban> active(Instant now, int limit) {
    List<Ban> bans =
        dsl.selectFrom(EDGE_BAN)
            .where(inForce(now))
            .orderBy(EDGE_BAN.IMPOSED_BY.isNull(), EDGE_BAN.UNTIL_AT.desc(), EDGE_BAN.ID)
            .limit(limit)
            .fetch(BanRepository::ban);
    bans.sort(Comparator.comparing(Ban::until).thenComparing(Ban::id));
    return bans;
  }

  /** How many are in force of each step; of a step without any there is no entry. */
  Map<Step, Integer> counts(Instant now) {
    return dsl.select(EDGE_BAN.STEP, DSL.count())
        .from(EDGE_BAN)
        .where(inForce(now))
        .groupBy(EDGE_BAN.STEP)
        .fetchMap(row -> Step.valueOf(row.value1()), row -> row.value2());
  }

  /** All, the newest first. */
  List<Ban> latest(int limit) {
    return dsl.selectFrom(EDGE_BAN)
        .orderBy(EDGE_BAN.BEGUN_AT.desc(), EDGE_BAN.ID)
        .limit(limit)
        .fetch(BanRepository::ban);
  }

  /** One, locked until the transaction ends. */
  Optional<Ban> lock(UUID id) {
    return dsl.selectFrom(EDGE_BAN)
        .where(EDGE_BAN.ID.eq(id))
        .forUpdate()
        .fetchOptional(BanRepository::ban);
  }

  /** The one in force on exactly this network that ends last. */
  Optional<Ban> inForce(Prefix network, Step step, Instant now) {
    return dsl.selectFrom(EDGE_BAN)
        .where(EDGE_BAN.NETWORK.eq(network.toString()))
        .and(EDGE_BAN.STEP.eq(step.name()))
        .and(inForce(now))
        .orderBy(EDGE_BAN.UNTIL_AT.desc())
        .limit(1)
        .fetchOptional(BanRepository::ban);
  }

  /**
   * The steps against exactly this network, for this or by hand, that a member undid since then.
   */
  Set<Step> lifted(Prefix network, String cause, Instant since) {
    return dsl.selectDistinct(EDGE_BAN.STEP)
        .from(EDGE_BAN)
        .where(EDGE_BAN.NETWORK.eq(network.toString()))
        .and(EDGE_BAN.CAUSE.in(cause, Ban.BY_HAND))
        .and(EDGE_BAN.LIFTED_AT.gt(utc(since)))
        .fetchSet(row -> Step.valueOf(row.value1()));
  }

  /** How many bans this network had since then; those that a member lifted do not count. */
  int count(Prefix network, Instant since) {
    return dsl.fetchCount(
        EDGE_BAN,
        EDGE_BAN
            .NETWORK
            .eq(network.toString())
            .and(EDGE_BAN.STEP.eq(Step.BANNED.name()))
            .and(EDGE_BAN.BEGUN_AT.ge(utc(since)))
            .and(EDGE_BAN.LIFTED_AT.isNull()));
  }

  /** One node at a time decides on a network. */
  void lock(Prefix network) {
    dsl.fetch(
        "SELECT pg_advisory_xact_lock(hashtextextended({0}, 7310580))",
        org.jooq.impl.DSL.val("edge_ban:" + network));
  }

  void insert(Ban ban) {
    dsl.insertInto(EDGE_BAN)
        .set(EDGE_BAN.ID, ban.id())
        .set(EDGE_BAN.NETWORK, ban.network().toString())
        .set(EDGE_BAN.PLACE, ban.place().code())
        .set(EDGE_BAN.STEP, ban.step().name())
        .set(EDGE_BAN.CAUSE, ban.cause())
        .set(EDGE_BAN.EVIDENCE, JSONB.valueOf(JSON.writeValueAsString(ban.evidence())))
        .set(EDGE_BAN.REASON, ban.reason())
        .set(EDGE_BAN.REPETITION, ban.repetition())
        .set(EDGE_BAN.BEGUN_AT, utc(ban.begunAt()))
        .set(EDGE_BAN.UNTIL_AT, utc(ban.until()))
        .set(EDGE_BAN.IMPOSED_BY, ban.imposedBy())
        .execute();
  }

  void setUntil(UUID id, Instant until) {
    dsl.update(EDGE_BAN)
        .set(EDGE_BAN.UNTIL_AT, utc(until))
        .set(EDGE_BAN.VERSION, EDGE_BAN.VERSION.plus(1))
        .where(EDGE_BAN.ID.eq(id))
        .execute();
  }

  void lift(UUID id, Lift lift) {
    dsl.update(EDGE_BAN)
        .set(EDGE_BAN.LIFTED_AT, utc(lift.at()))
        .set(EDGE_BAN.LIFTED_BY, lift.by())
        .set(EDGE_BAN.LIFT_REASON, lift.reason())
        .set(EDGE_BAN.VERSION, EDGE_BAN.VERSION.plus(1))
        .where(EDGE_BAN.ID.eq(id))
        .execute();
  }

  private static Condition inForce(Instant now) {
    return EDGE_BAN.LIFTED_AT.isNull().and(EDGE_BAN.UNTIL_AT.gt(utc(now)));
  }

  private static Ban ban(EdgeBanRecord row) {
    return new Ban(
        row.getId(),
        row.getVersion(),
        Prefix.parse(row.getNetwork()).orElseThrow(),
        new Place(row.getPlace()),
        Step.valueOf(row.getStep()),
        row.getCause(),
        JSON.readValue(row.getEvidence().data(), EVIDENCE),
        row.getReason(),
        row.getRepetition(),
        row.getBegunAt().toInstant(),
        row.getUntilAt().toInstant(),
        row.getImposedBy(),
        lift(row));
  }

  private static @Nullable Lift lift(EdgeBanRecord row) {
    OffsetDateTime at = row.getLiftedAt();
    return at == null
        ? null
        : new Lift(at.toInstant(), Objects.requireNonNull(row.getLiftedBy()), row.getLiftReason());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
