package eu.rempart.edge.rule;

import static eu.rempart.db.generated.Tables.EDGE_ALLOWED;
import static eu.rempart.db.generated.Tables.EDGE_RULE;
import static eu.rempart.db.generated.Tables.EDGE_SETTING;

import eu.rempart.db.generated.tables.records.EdgeAllowedRecord;
import eu.rempart.db.generated.tables.records.EdgeRuleRecord;
import eu.rempart.tls.gate.Prefix;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables {@code edge_rule}, {@code edge_allowed} and {@code edge_setting}. */
@Repository
class RuleRepository {

  private final DSLContext dsl;

  RuleRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<CountryRule> rules() {
    return dsl.selectFrom(EDGE_RULE).orderBy(EDGE_RULE.TARGET).fetch(RuleRepository::rule);
  }

  Optional<CountryRule> rule(RuleTarget target) {
    return dsl.selectFrom(EDGE_RULE)
        .where(EDGE_RULE.TARGET.eq(target.key()))
        .forUpdate()
        .fetchOptional(RuleRepository::rule);
  }

  /** Inserts one of version 0, or changes the one of that version; false if it has another. */
  boolean save(CountryRule rule, UUID by) {
    Integer factor = rule.treatment() == Treatment.SLOWED ? rule.factor() : null;
    if (rule.version() == 0) {
      return dsl.insertInto(EDGE_RULE)
              .set(EDGE_RULE.ID, rule.id())
              .set(EDGE_RULE.TARGET, rule.target().key())
              .set(EDGE_RULE.TREATMENT, rule.treatment().name())
              .set(EDGE_RULE.FACTOR, factor)
              .set(EDGE_RULE.REASON, rule.reason())
              .set(EDGE_RULE.EXPIRES_AT, utc(rule.expiresAt()))
              .set(EDGE_RULE.CHANGED_BY, by)
              .onConflictDoNothing()
              .execute()
          == 1;
    }
    return dsl.update(EDGE_RULE)
            .set(EDGE_RULE.TREATMENT, rule.treatment().name())
            .set(EDGE_RULE.FACTOR, factor)
            .set(EDGE_RULE.REASON, rule.reason())
            .set(EDGE_RULE.EXPIRES_AT, utc(rule.expiresAt()))
            .set(EDGE_RULE.CHANGED_AT, DSL.currentOffsetDateTime())
            .set(EDGE_RULE.CHANGED_BY, by)
            .set(EDGE_RULE.VERSION, EDGE_RULE.VERSION.plus(1))
            .where(EDGE_RULE.ID.eq(rule.id()))
            .and(EDGE_RULE.TARGET.eq(rule.target().key()))
            .and(EDGE_RULE.VERSION.eq(rule.version()))
            .execute()
        == 1;
  }

  boolean removeRule(UUID id, int version) {
    return dsl.deleteFrom(EDGE_RULE)
            .where(EDGE_RULE.ID.eq(id))
            .and(EDGE_RULE.VERSION.eq(version))
            .execute()
        == 1;
  }

  List<AllowedNetwork> allowed() {
    return dsl.selectFrom(EDGE_ALLOWED)
        .orderBy(EDGE_ALLOWED.CHANGED_AT, EDGE_ALLOWED.ID)
        .fetch(RuleRepository::allowed);
  }

  /** False if the network is allowed already. */
  boolean allow(AllowedNetwork network, UUID by) {
    return dsl.insertInto(EDGE_ALLOWED)
            .set(EDGE_ALLOWED.ID, network.id())
            .set(EDGE_ALLOWED.NETWORK, network.network().toString())
            .set(EDGE_ALLOWED.REASON, network.reason())
            .set(EDGE_ALLOWED.EXPIRES_AT, utc(network.expiresAt()))
            .set(EDGE_ALLOWED.CHANGED_BY, by)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  boolean removeAllowed(UUID id) {
    return dsl.deleteFrom(EDGE_ALLOWED).where(EDGE_ALLOWED.ID.eq(id)).execute() == 1;
  }

  Map<String, String> settings() {
    return dsl.selectFrom(EDGE_SETTING).fetchMap(EDGE_SETTING.NAME, EDGE_SETTING.VALUE);
  }

  void set(String name, String value, UUID by) {
    dsl.insertInto(EDGE_SETTING)
        .set(EDGE_SETTING.NAME, name)
        .set(EDGE_SETTING.VALUE, value)
        .set(EDGE_SETTING.CHANGED_BY, by)
        .onConflict(EDGE_SETTING.NAME)
        .doUpdate()
        .set(EDGE_SETTING.VALUE, value)
        .set(EDGE_SETTING.CHANGED_AT, DSL.currentOffsetDateTime())
        .set(EDGE_SETTING.CHANGED_BY, by)
        .execute();
  }

  private static CountryRule rule(EdgeRuleRecord row) {
    Integer factor = row.getFactor();
    return new CountryRule(
        row.getId(),
        row.getVersion(),
        RuleTarget.of(row.getTarget()),
        Treatment.valueOf(row.getTreatment()),
        factor == null ? 1 : factor,
        row.getReason(),
        instant(row.getExpiresAt()),
        instant(row.getChangedAt()),
        row.getChangedBy());
  }

  private static AllowedNetwork allowed(EdgeAllowedRecord row) {
    return new AllowedNetwork(
        row.getId(),
        row.getVersion(),
        Prefix.parse(row.getNetwork()).orElseThrow(),
        row.getReason(),
        instant(row.getExpiresAt()),
        instant(row.getChangedAt()),
        row.getChangedBy());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
