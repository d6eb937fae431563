package eu.rempart.exchange.run;

import static eu.rempart.db.generated.Tables.ACTIVITY;
import static eu.rempart.db.generated.Tables.ACTIVITY_HISTORY;
import static eu.rempart.db.generated.Tables.COMPANY;
import static eu.rempart.db.generated.Tables.COMPANY_HISTORY;
import static eu.rempart.db.generated.Tables.CONTACT;
import static eu.rempart.db.generated.Tables.CONTACT_COMPANY_HISTORY;
import static eu.rempart.db.generated.Tables.CONTACT_HISTORY;
import static eu.rempart.db.generated.Tables.DEAL;
import static eu.rempart.db.generated.Tables.DEAL_CONTACT_HISTORY;
import static eu.rempart.db.generated.Tables.DEAL_HISTORY;
import static eu.rempart.db.generated.Tables.IMPORT_RUN;

import eu.rempart.activity.ActivityId;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.db.generated.ImportRunWriter;
import eu.rempart.db.generated.OpenedImportRun;
import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.db.generated.rempart.routines.UndoChange;
import eu.rempart.db.generated.tables.records.ImportRunRecord;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.DealId;
import eu.rempart.exchange.run.result.Tally;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is remembered of imports; file names and failed rows are sealed. */
@Repository
class ImportRunRepository {

  private static final int SHOWN = 50;

  private final DSLContext dsl;
  private final Sealing sealing;

  ImportRunRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  void begin(UUID id, UUID server, UUID startedBy, ImportFile file, UUID changeId) {
    dsl.executeInsert(
        new ImportRunWriter(id, sealing)
            .startedBy(startedBy)
            .startedAt(now())
            .state(ImportState.RUNNING.name())
            .fileName(file.name())
            .source(file.source().name())
            .kind(file.kind().name().toLowerCase(Locale.ROOT))
            .changeId(changeId)
            .server(server)
            .forInsert());
  }

  /**
   * Keeps all others from writing until the caller's transaction ends. A claim may be lost with its
   * connection, this can't: two that don't know each other's rows never both commit.
   *
   * @throws ImportBusyException while another import, or an undo, writes
   */
  void alone() {
    if (!Boolean.TRUE.equals(dsl.fetchValue("SELECT pg_try_advisory_xact_lock(7310613)"))) {
      throw new ImportBusyException();
    }
  }

  /**
   * Lets PostgreSQL know of tables that grew a lot, before it plans for what the index reads next;
   * within the caller's transaction.
   *
   * @param added new rows by table
   */
  void analyse(Map<String, Long> added) {
    String[] tables = added.keySet().toArray(String[]::new);
    Routines.analyseGrown(
        dsl.configuration(), tables, Stream.of(tables).map(added::get).toArray(Long[]::new));
  }

  /** Takes back what a change did; within the caller's transaction. */
  UndoneImport takeBack(UUID changeId) {
    UndoChange undone = Routines.undoChange(dsl.configuration(), changeId);
    return new UndoneImport(undone.getArchived(), undone.getPutBack(), undone.getLeftAlone());
  }

  /** How many records this change created that are as it left them. */
  int created(UUID changeId) {
    return Stream.of(
            DSL.selectCount()
                .from(COMPANY)
                .where(COMPANY.CHANGE_ID.eq(changeId), COMPANY.VERSION.eq(1)),
            DSL.selectCount()
                .from(CONTACT)
                .where(CONTACT.CHANGE_ID.eq(changeId), CONTACT.VERSION.eq(1)),
            DSL.selectCount().from(DEAL).where(DEAL.CHANGE_ID.eq(changeId), DEAL.VERSION.eq(1)),
            DSL.selectCount()
                .from(ACTIVITY)
                .where(ACTIVITY.CHANGE_ID.eq(changeId), ACTIVITY.VERSION.eq(1)))
        .mapToInt(count -> dsl.fetchSingle(count).value1())
        .sum();
  }

  /** The companies whose present version this change ended. */
  List<CompanyId> companiesOf(UUID changeId) {
    return dsl.select(COMPANY_HISTORY.ID)
        .from(COMPANY_HISTORY)
        .where(COMPANY_HISTORY.END_CHANGE_ID.eq(changeId))
        .fetch(row -> new CompanyId(row.value1()));
  }

  /** The contacts whose present version, or a link's, this change ended. */
  List<ContactId> contactsOf(UUID changeId) {
    return dsl.select(CONTACT_HISTORY.ID)
        .from(CONTACT_HISTORY)
        .where(CONTACT_HISTORY.END_CHANGE_ID.eq(changeId))
        .union(
            dsl.select(CONTACT_COMPANY_HISTORY.CONTACT_ID)
                .from(CONTACT_COMPANY_HISTORY)
                .where(CONTACT_COMPANY_HISTORY.END_CHANGE_ID.eq(changeId)))
        .fetch(row -> new ContactId(row.value1()));
  }

  /** The deals whose present version, or a person's part in one, this change ended. */
  List<DealId> dealsOf(UUID changeId) {
    return dsl.select(DEAL_HISTORY.ID)
        .from(DEAL_HISTORY)
        .where(DEAL_HISTORY.END_CHANGE_ID.eq(changeId))
        .union(
            dsl.select(DEAL_CONTACT_HISTORY.DEAL_ID)
                .from(DEAL_CONTACT_HISTORY)
                .where(DEAL_CONTACT_HISTORY.END_CHANGE_ID.eq(changeId)))
        .fetch(row -> new DealId(row.value1()));
  }

  /** The activities whose present version this change ended. */
  List<ActivityId> activitiesOf(UUID changeId) {
    return dsl.select(ACTIVITY_HISTORY.ID)
        .from(ACTIVITY_HISTORY)
        .where(ACTIVITY_HISTORY.END_CHANGE_ID.eq(changeId))
        .fetch(row -> new ActivityId(row.value1()));
  }

  /**
   * Ends an import that runs.
   *
   * @throws IllegalStateException if it was told as ended meanwhile: then it must not change a
   *     thing
   */
  void end(
      UUID id,
      ImportState state,
      Tally.Counts counts,
      @Nullable String errorFile,
      @Nullable String errorCode) {
    int ended =
        dsl.update(IMPORT_RUN)
            .set(
                new ImportRunWriter(id, sealing)
                    .state(state.name())
                    .endedAt(now())
                    .rowsRead(counts.rows())
                    .created(counts.created())
                    .updated(counts.updated())
                    .skipped(counts.skipped())
                    .failed(counts.failed())
                    .errorFile(errorFile)
                    .errorCode(errorCode)
                    .forUpdate())
            .where(IMPORT_RUN.ID.eq(id), IMPORT_RUN.STATE.eq(ImportState.RUNNING.name()))
            .execute();
    if (ended == 0) {
      throw new IllegalStateException("the import %s runs no more".formatted(id));
    }
  }

  /** Ends an import without a key at hand: only its state and reason, which are in clear. */
  void endWithoutKey(UUID id, ImportState state, @Nullable String errorCode) {
    dsl.update(IMPORT_RUN)
        .set(IMPORT_RUN.STATE, state.name())
        .set(IMPORT_RUN.ENDED_AT, now())
        .set(IMPORT_RUN.ERROR_CODE, errorCode)
        .where(IMPORT_RUN.ID.eq(id), IMPORT_RUN.STATE.eq(ImportState.RUNNING.name()))
        .execute();
  }

  /**
   * What a process left running was rolled back by the database when it ended.
   *
   * @param there whether a server is there
   */
  int interruptLeft(Predicate<UUID> there) {
    List<UUID> gone =
        dsl
            .selectDistinct(IMPORT_RUN.SERVER)
            .from(IMPORT_RUN)
            .where(IMPORT_RUN.STATE.eq(ImportState.RUNNING.name()))
            .fetch(IMPORT_RUN.SERVER)
            .stream()
            .filter(there.negate())
            .toList();
    return gone.isEmpty() ? 0 : interrupt(gone);
  }

  private int interrupt(List<UUID> servers) {
    return dsl.update(IMPORT_RUN)
        .set(IMPORT_RUN.STATE, ImportState.INTERRUPTED.name())
        .set(IMPORT_RUN.ENDED_AT, now())
        .where(IMPORT_RUN.SERVER.in(servers), IMPORT_RUN.STATE.eq(ImportState.RUNNING.name()))
        .execute();
  }

  /** Marks a done import as undone; false where it isn't done. */
  boolean undone(UUID id, UUID by) {
    return dsl.update(IMPORT_RUN)
            .set(IMPORT_RUN.STATE, ImportState.UNDONE.name())
            .set(IMPORT_RUN.UNDONE_AT, now())
            .set(IMPORT_RUN.UNDONE_BY, by)
            .where(IMPORT_RUN.ID.eq(id), IMPORT_RUN.STATE.eq(ImportState.DONE.name()))
            .execute()
        == 1;
  }

  /**
   * The newest ones.
   *
   * @param by who began them; empty for everybody's
   */
  List<ImportRun> recent(Optional<UUID> by) {
    return dsl.selectFrom(IMPORT_RUN)
        .where(by.map(IMPORT_RUN.STARTED_BY::eq).orElseGet(DSL::noCondition))
        .orderBy(IMPORT_RUN.STARTED_AT.desc())
        .limit(SHOWN)
        .fetch(this::run);
  }

  Optional<ImportRun> find(UUID id) {
    return dsl.selectFrom(IMPORT_RUN).where(IMPORT_RUN.ID.eq(id)).fetchOptional(this::run);
  }

  /** The rows that failed, as CSV; empty where none did or they don't open. */
  Optional<String> errorFile(UUID id) {
    return dsl.select(IMPORT_RUN.ID, IMPORT_RUN.ERROR_FILE)
        .from(IMPORT_RUN)
        .where(IMPORT_RUN.ID.eq(id))
        .fetchOptional()
        .flatMap(
            row -> Optional.ofNullable(new OpenedImportRun(row, sealing).errorFile().orNull()));
  }

  private ImportRun run(ImportRunRecord row) {
    OpenedImportRun opened = new OpenedImportRun(row, sealing);
    @Nullable OffsetDateTime endedAt = row.getEndedAt();
    return new ImportRun(
        row.getId(),
        row.getStartedBy(),
        row.getStartedAt().toInstant(),
        endedAt == null ? null : endedAt.toInstant(),
        ImportState.valueOf(row.getState()),
        opened.fileName().or(""),
        row.getSource(),
        row.getChangeId(),
        new Tally.Counts(
            0,
            row.getRowsRead(),
            row.getCreated(),
            row.getUpdated(),
            row.getSkipped(),
            row.getFailed()),
        row.getErrorFile() != null,
        row.getErrorCode());
  }

  private static OffsetDateTime now() {
    return Instant.now().atOffset(ZoneOffset.UTC);
  }
}
