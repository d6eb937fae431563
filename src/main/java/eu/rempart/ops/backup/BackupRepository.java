package eu.rempart.ops.backup;

import static eu.rempart.db.generated.Tables.BACKUP_DESTINATION;
import static eu.rempart.db.generated.Tables.BACKUP_SECRET;
import static eu.rempart.db.generated.Tables.BACKUP_SERVER;

import eu.rempart.common.CountryCode;
import eu.rempart.db.generated.tables.records.BackupDestinationRecord;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.ops.backup.BackupState.Archiving;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.DestinationAddress.BadAddressException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Destinations, the secret that opens them, and the servers that send there. */
@Repository
class BackupRepository {

  private final DSLContext dsl;

  BackupRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * What opens backups.
   *
   * @param sealed with {@code keys/operating}
   */
  record Secret(byte[] sealed, String sshKey, @Nullable Instant kitKept) {}

  Optional<Secret> secret() {
    return dsl.selectFrom(BACKUP_SECRET)
        .fetchOptional(
            row -> new Secret(row.getSealed(), row.getSshKey(), instant(row.getKitKeptAt())));
  }

  /** Keeps it, unless another server was first. */
  void save(byte[] sealed, String sshKey) {
    dsl.insertInto(BACKUP_SECRET)
        .set(BACKUP_SECRET.SEALED, sealed)
        .set(BACKUP_SECRET.SSH_KEY, sshKey)
        .onConflictDoNothing()
        .execute();
  }

  void kitKept(Instant at, UUID by) {
    dsl.update(BACKUP_SECRET)
        .set(BACKUP_SECRET.KIT_KEPT_AT, offset(at))
        .set(BACKUP_SECRET.KIT_KEPT_BY, by)
        .execute();
  }

  /**
   * A destination.
   *
   * @param at since when it is one
   * @param later its first backups wait for the next time at which backups are due
   * @param leftOut since when the log of the database goes on without it; null where it does not
   */
  record Added(Destination destination, Instant at, boolean later, @Nullable Instant leftOut) {}

  /** In the order in which they were added. */
  List<Added> destinations() {
    return dsl.selectFrom(BACKUP_DESTINATION)
        .where(BACKUP_DESTINATION.REMOVED_AT.isNull())
        .orderBy(BACKUP_DESTINATION.PLACE)
        .fetch(
            row ->
                new Added(
                    destination(row),
                    row.getAddedAt().toInstant(),
                    row.getLater(),
                    instant(row.getLeftOutAt())));
  }

  /** Notes that the log goes on without a destination, since now unless it has done so before. */
  void leaveOut(UUID destination, Instant at) {
    dsl.update(BACKUP_DESTINATION)
        .set(BACKUP_DESTINATION.LEFT_OUT_AT, offset(at))
        .where(BACKUP_DESTINATION.ID.eq(destination))
        .and(BACKUP_DESTINATION.LEFT_OUT_AT.isNull())
        .execute();
  }

  /**
   * Notes that a whole backup was made at a destination, so that the log is of use there again.
   *
   * @param begun when the backup was
   */
  void takeIn(UUID destination, Instant begun) {
    dsl.update(BACKUP_DESTINATION)
        .set(BACKUP_DESTINATION.LEFT_OUT_AT, (OffsetDateTime) null)
        .where(BACKUP_DESTINATION.ID.eq(destination))
        .and(BACKUP_DESTINATION.LEFT_OUT_AT.le(offset(begun)))
        .execute();
  }

  /**
   * Adds one, or one that was removed once again: its repositories open by its number.
   *
   * @param later as {@link Added}
   * @return false if there is one at this address already
   */
  boolean add(
      DestinationAddress address, CountryCode country, String hostKeys, boolean later, Instant at) {
    int again =
        dsl.update(BACKUP_DESTINATION)
            .set(BACKUP_DESTINATION.REMOVED_AT, (OffsetDateTime) null)
            .set(BACKUP_DESTINATION.ADDED_AT, offset(at))
            .set(BACKUP_DESTINATION.LATER, later)
            .set(BACKUP_DESTINATION.LEFT_OUT_AT, (OffsetDateTime) null)
            .set(BACKUP_DESTINATION.COUNTRY, country.value())
            .set(BACKUP_DESTINATION.HOST_KEYS, hostKeys)
            .where(
                BACKUP_DESTINATION.ID.eq(
                    dsl.select(BACKUP_DESTINATION.ID)
                        .from(BACKUP_DESTINATION)
                        .where(BACKUP_DESTINATION.ADDRESS.eq(address.toString()))
                        .orderBy(BACKUP_DESTINATION.PLACE.desc())
                        .limit(1)))
            .and(BACKUP_DESTINATION.REMOVED_AT.isNotNull())
            .execute();
    boolean added =
        again > 0
            || dsl.insertInto(BACKUP_DESTINATION)
                    .set(BACKUP_DESTINATION.ID, UUID.randomUUID())
                    .set(BACKUP_DESTINATION.ADDRESS, address.toString())
                    .set(BACKUP_DESTINATION.COUNTRY, country.value())
                    .set(BACKUP_DESTINATION.HOST_KEYS, hostKeys)
                    .set(BACKUP_DESTINATION.ADDED_AT, offset(at))
                    .set(BACKUP_DESTINATION.LATER, later)
                    .onConflictDoNothing()
                    .execute()
                > 0;
    if (added) {
      tell("backup.add", Map.of("address", address.toString(), "country", country.value()));
    }
    return added;
  }

  /**
   * Nothing is sent there any more; what lies there stays.
   *
   * @return which it was; empty if there is none of this number
   */
  Optional<UUID> remove(int place, Instant at) {
    Optional<UUID> removed =
        dsl.update(BACKUP_DESTINATION)
            .set(BACKUP_DESTINATION.REMOVED_AT, offset(at))
            .where(BACKUP_DESTINATION.PLACE.eq(place))
            .and(BACKUP_DESTINATION.REMOVED_AT.isNull())
            .returning(BACKUP_DESTINATION.ID)
            .fetchOptional(BACKUP_DESTINATION.ID);
    if (removed.isPresent()) {
      tell("backup.remove", Map.of("number", Integer.toString(place)));
    }
    return removed;
  }

  /** Appends a row to the ledger: where copies go is nobody's secret. */
  void tell(String kind, Map<String, String> detail) {
    new LedgerQueries(dsl).append(kind, detail);
  }

  private static Destination destination(BackupDestinationRecord row) {
    try {
      return new Destination(
          row.getId(),
          row.getPlace(),
          DestinationAddress.parse(row.getAddress()),
          CountryCode.of(row.getCountry()),
          row.getHostKeys());
    } catch (BadAddressException e) {
      throw new IllegalStateException("backup_destination " + row.getId(), e);
    }
  }

  /**
   * A server says where its files are.
   *
   * @param engine the program that runs its database
   */
  void tellServer(String name, Path home, String engine) {
    dsl.insertInto(BACKUP_SERVER)
        .set(BACKUP_SERVER.NAME, name)
        .set(BACKUP_SERVER.HOME, home.toString())
        .set(BACKUP_SERVER.ENGINE, engine)
        .onConflict(BACKUP_SERVER.NAME)
        .doUpdate()
        .set(BACKUP_SERVER.HOME, home.toString())
        .set(BACKUP_SERVER.ENGINE, engine)
        .set(BACKUP_SERVER.TOLD_AT, DSL.currentOffsetDateTime())
        .execute();
  }

  /** The home folder of a server; empty where it did not say. */
  Optional<Path> homeOf(String name) {
    return dsl.select(BACKUP_SERVER.HOME)
        .from(BACKUP_SERVER)
        .where(BACKUP_SERVER.NAME.eq(name))
        .fetchOptional(BACKUP_SERVER.HOME)
        .map(Path::of);
  }

  /**
   * How PostgreSQL's log goes out, as PostgreSQL sees it.
   *
   * @param waits as {@link Archiving#waits}
   */
  Archiving archiving(@Nullable Instant waits) {
    Record row =
        dsl.fetchSingle("SELECT last_archived_time, last_failed_time FROM pg_stat_archiver");
    return new Archiving(
        instant(row.get(0, OffsetDateTime.class)),
        instant(row.get(1, OffsetDateTime.class)),
        waits);
  }

  private static OffsetDateTime offset(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
