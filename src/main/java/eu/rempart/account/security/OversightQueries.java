package eu.rempart.account.security;

import static eu.rempart.db.generated.Tables.SECURITY_EVENT;
import static eu.rempart.db.generated.Tables.SECURITY_EVENT_HOUR;
import static eu.rempart.db.generated.Tables.VAULT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What the security dashboard reads beside traffic. */
@Repository
class OversightQueries {

  /** Whose sign-ins open nothing. */
  private static final String ENGINEERS = "SELECT id FROM member WHERE role = 'ENGINEER'";

  /** What the vault records as it makes another kit; events stay for good. */
  private static final String KIT_RENEWED = "vault.kit.renewed";

  private static final String COLUMNS =
      """
      SELECT c.relname, a.attname, t.typname
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped
        AND c.relname !~ '(_history|_archive)$' AND c.relname <> 'flyway_schema_history'
      ORDER BY c.relname, a.attnum""";

  private final DSLContext dsl;

  OversightQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The conditions of a filter. */
  static Condition matching(EventFilter filter) {
    Condition wanted = SECURITY_EVENT.AT.ge(utc(filter.since()));
    if (!filter.kinds().isEmpty()) {
      wanted = wanted.and(SECURITY_EVENT.KIND.in(filter.kinds()));
    }
    if (!filter.cause().isEmpty()) {
      wanted = wanted.and(detail("cause").eq(filter.cause()));
    }
    if (!filter.why().isEmpty()) {
      wanted = wanted.and(detail("why").eq(filter.why()));
    }
    if (!filter.place().isEmpty()) {
      wanted = wanted.and(detail("place").eq(filter.place()));
    }
    if (!filter.network().isEmpty()) {
      // as its index has it
      wanted =
          wanted.and(
              DSL.condition(
                  "network(security_event.address) <<= {0}::inet", DSL.val(filter.network())));
    }
    return wanted;
  }

  private static Field<String> detail(String name) {
    return DSL.field("{0} ->> {1}", String.class, SECURITY_EVENT.DETAIL, DSL.inline(name));
  }

  /** How many of each kind and cause since then, counted one by one. */
  List<EventCount> counts(Instant since) {
    Field<String> cause = DSL.coalesce(detail("cause"), DSL.inline(""));
    return dsl.select(SECURITY_EVENT.KIND, cause, DSL.count())
        .from(SECURITY_EVENT)
        .where(SECURITY_EVENT.AT.ge(utc(since)))
        .groupBy(SECURITY_EVENT.KIND, cause)
        .fetch(row -> new EventCount(row.value1(), row.value2(), row.value3()));
  }

  /** How many of each kind and cause since the hour of then, as they were added up. */
  List<EventCount> countsByHours(Instant since) {
    return dsl.select(
            SECURITY_EVENT_HOUR.KIND, SECURITY_EVENT_HOUR.CAUSE, DSL.sum(SECURITY_EVENT_HOUR.COUNT))
        .from(SECURITY_EVENT_HOUR)
        .where(SECURITY_EVENT_HOUR.AT.ge(utc(since.truncatedTo(ChronoUnit.HOURS))))
        .groupBy(SECURITY_EVENT_HOUR.KIND, SECURITY_EVENT_HOUR.CAUSE)
        .fetch(row -> new EventCount(row.value1(), row.value2(), row.value3().longValue()));
  }

  /** Accounts whose sign-ins open nothing. */
  Set<UUID> engineers() {
    return Set.copyOf(dsl.fetch(ENGINEERS).map(row -> row.get(0, UUID.class)));
  }

  /** All tables by name, but for histories and archives, which are made like their tables. */
  List<TableContents> tables() {
    Map<String, List<String[]>> tables =
        dsl.fetch(COLUMNS).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get(0, String.class),
                    TreeMap::new,
                    Collectors.mapping(
                        row -> new String[] {row.get(1, String.class), row.get(2, String.class)},
                        Collectors.toList())));
    List<TableContents> contents = new ArrayList<>();
    tables.forEach((name, columns) -> contents.add(contents(name, columns)));
    return contents;
  }

  /** By type: what is sealed has a domain of its own, and what is bytes says nothing. */
  private static TableContents contents(String table, List<String[]> columns) {
    List<String> sealed = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<String> clear = new ArrayList<>();
    for (String[] column : columns) {
      String type = column[1];
      List<String> kind =
          type.startsWith("sealed_") ? sealed : type.endsWith("bytea") ? keys : clear;
      kind.add(column[0]);
    }
    return new TableContents(table, sealed, keys, clear);
  }

  /** Empty before the set-up; a kit that was never renewed is as old as the key. */
  Optional<VaultKeys> vaultKeys() {
    Field<OffsetDateTime> renewed =
        DSL.field(
            DSL.select(DSL.max(SECURITY_EVENT.AT))
                .from(SECURITY_EVENT)
                .where(SECURITY_EVENT.KIND.eq(KIT_RENEWED)));
    return dsl.select(VAULT.CREATED_AT, DSL.coalesce(renewed, VAULT.CREATED_AT))
        .from(VAULT)
        .fetchOptional(row -> new VaultKeys(row.value1().toInstant(), row.value2().toInstant()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
