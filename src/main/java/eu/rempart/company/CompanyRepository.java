package eu.rempart.company;

import static eu.rempart.db.generated.Tables.COMPANY;
import static eu.rempart.db.generated.Tables.COMPANY_ARCHIVE;

import eu.rempart.common.Trace;
import eu.rempart.db.ManyRows;
import eu.rempart.db.RowsById;
import eu.rempart.db.generated.CompanyWriter;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.OpenedCompany;
import eu.rempart.db.generated.tables.records.CompanyRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Openings;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.Sealing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Companies in the database; sealed on the way in, opened on the way out. */
@Repository
class CompanyRepository {

  private static final Set<CompanyField> ALL = EnumSet.allOf(CompanyField.class);

  private final DSLContext dsl;
  private final Sealing sealing;
  private final RowsById<Set<CompanyField>> lists;

  CompanyRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.lists =
        new RowsById<>(
            dsl,
            CompanyRepository::selected,
            (fields, ids) ->
                DSL.select(selected(fields)).from(COMPANY).where(COMPANY.ID.eq(DSL.any(ids))));
  }

  Optional<Company> find(CompanyId id) {
    return dsl.selectFrom(COMPANY)
        .where(COMPANY.ID.eq(id.value()))
        .fetchOptional()
        .map(this::company);
  }

  List<Company> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(COMPANY).where(COMPANY.ID.in(ids)).fetch(this::company);
  }

  private Company company(CompanyRecord row) {
    CompanyMapper opened = CompanyMapper.open(new OpenedCompany(row, sealing), ALL);
    return new Company(
        new CompanyId(row.getId()),
        row.getVersion(),
        opened.data(),
        opened.unopenable(),
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()),
        new Trace(row.getChangedAt().toInstant(), row.getChangedBy(), row.getChangeSource()));
  }

  /** Rows in the order of these ids; ids of rows that are gone meanwhile are left out. */
  List<CompanyRow> rows(List<UUID> ids, Set<CompanyField> fields) {
    Map<UUID, Row> byId = new HashMap<>();
    lists.fetch(Set.copyOf(fields), ids).forEach(row -> byId.put(row.get(COMPANY.ID), row));
    return Openings.inOrder(ids, byId, sealing, row -> row(row, fields));
  }

  /** Newest changes first: what a list shows while the index is being built. */
  List<CompanyRow> recent(int offset, int limit, Set<CompanyField> fields) {
    return dsl.select(selected(fields))
        .from(COMPANY)
        .orderBy(COMPANY.CHANGED_AT.desc(), COMPANY.ID)
        .offset(offset)
        .limit(limit)
        .fetch(row -> row(row::get, fields));
  }

  /** How many there are, counting no further than the cap. */
  int countUpTo(int cap) {
    return dsl.fetchCount(DSL.select(COMPANY.ID).from(COMPANY).limit(cap));
  }

  private static List<Field<?>> selected(Set<CompanyField> fields) {
    List<Field<?>> columns =
        new ArrayList<>(List.of(COMPANY.ID, COMPANY.CREATED_AT, COMPANY.CHANGED_AT));
    columns.addAll(CompanyMapper.columns(fields));
    return columns;
  }

  private CompanyRow row(Row row, Set<CompanyField> fields) {
    CompanyMapper opened = CompanyMapper.open(new OpenedCompany(row, sealing), fields);
    return new CompanyRow(
        new CompanyId(row.get(COMPANY.ID)),
        opened.data(),
        opened.unopenable(),
        row.get(COMPANY.CREATED_AT).toInstant(),
        row.get(COMPANY.CHANGED_AT).toInstant());
  }

  /** Which of these are there. */
  Set<UUID> existing(Collection<UUID> ids) {
    return dsl.select(COMPANY.ID).from(COMPANY).where(COMPANY.ID.in(ids)).fetchSet(COMPANY.ID);
  }

  void insert(Map<CompanyId, CompanyData> companies) {
    ManyRows.insert(
        dsl, companies.entrySet().stream().map(e -> sealed(e.getKey(), e.getValue())).toList());
  }

  private CompanyRecord sealed(CompanyId id, CompanyData data) {
    CompanyWriter writer = new CompanyWriter(id.value(), sealing);
    ALL.forEach(field -> CompanyMapper.write(field, data, writer));
    return writer.forInsert();
  }

  /** Writes these fields, if the version is still this one. */
  boolean update(CompanyId id, int version, Set<CompanyField> fields, CompanyData data) {
    CompanyWriter writer = new CompanyWriter(id.value(), sealing);
    fields.forEach(field -> CompanyMapper.write(field, data, writer));
    return dsl.update(COMPANY)
            .set(writer.forUpdate())
            .where(COMPANY.ID.eq(id.value()), COMPANY.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** Writes many at once; answers those whose version was another one. */
  Set<CompanyId> updateAll(Map<Company, CompanyData> changes) {
    List<Company> order = List.copyOf(changes.keySet());
    int[] written =
        dsl.batch(
                order.stream()
                    .map(company -> updateOf(company, Objects.requireNonNull(changes.get(company))))
                    .toList())
            .execute();
    Set<CompanyId> missed = new HashSet<>();
    for (int i = 0; i < written.length; i++) {
      if (written[i] == 0) {
        missed.add(order.get(i).id());
      }
    }
    return missed;
  }

  private Query updateOf(Company before, CompanyData after) {
    CompanyWriter writer = new CompanyWriter(before.id().value(), sealing);
    CompanyField.changed(before.data(), after)
        .forEach(field -> CompanyMapper.write(field, after, writer));
    return dsl.update(COMPANY)
        .set(writer.forUpdate())
        .where(COMPANY.ID.eq(before.id().value()), COMPANY.VERSION.eq(before.version()));
  }

  /** The database archives what is deleted. */
  int delete(Collection<UUID> ids) {
    return dsl.deleteFrom(COMPANY).where(COMPANY.ID.in(ids)).execute();
  }

  /** Companies first, then what falls with them: one entry of the bin, rooted in the company. */
  void deleteTogether(Collection<UUID> ids, Runnable dependents) {
    archiveWith(UUID.randomUUID().toString());
    delete(ids);
    dependents.run();
    archiveWith("");
  }

  private void archiveWith(String entry) {
    dsl.select(
            DSL.function(
                "set_config",
                String.class,
                DSL.inline("rempart.archive_with"),
                DSL.val(entry),
                DSL.inline(true)))
        .fetch();
  }

  List<CompanyReference> subsidiaries(CompanyId parent) {
    return dsl.selectFrom(COMPANY)
        .where(COMPANY.PARENT_COMPANY_ID.eq(parent.value()))
        .orderBy(COMPANY.ID)
        .fetch(row -> reference(row, false));
  }

  Optional<CompanyReference> reference(CompanyId id) {
    return dsl.selectFrom(COMPANY)
        .where(COMPANY.ID.eq(id.value()))
        .fetchOptional()
        .map(row -> reference(row, false))
        .or(
            () ->
                KeptTables.COMPANY.archived(dsl, COMPANY_ARCHIVE.ID.eq(id.value())).stream()
                    .findFirst()
                    .map(row -> reference(row, true)));
  }

  private CompanyReference reference(Record row, boolean archived) {
    OpenedCompany opened = new OpenedCompany(row, sealing);
    String name =
        switch (opened.name()) {
          case Opened.Clear<String>(var value) -> value == null ? "" : value;
          case Opened.Unopenable<String>(var code) -> code;
        };
    return new CompanyReference(new CompanyId(opened.id()), name, archived);
  }
}
