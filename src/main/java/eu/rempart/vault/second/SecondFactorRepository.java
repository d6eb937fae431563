package eu.rempart.vault.second;

import static eu.rempart.db.generated.Tables.ONE_TIME_CODE;
import static eu.rempart.db.generated.Tables.SECOND_FACTOR;
import static eu.rempart.db.generated.Tables.SECOND_FACTOR_DEMAND;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.row;

import eu.rempart.db.generated.tables.records.SecondFactorRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The tables of second factors. What comes out is what an evil database may have put there. */
public final class SecondFactorRepository {

  private final DSLContext database;

  public SecondFactorRepository(DSLContext database) {
    this.database = database;
  }

  Optional<SecondFactorRow> find(UUID memberId) {
    return database
        .selectFrom(SECOND_FACTOR)
        .where(SECOND_FACTOR.MEMBER_ID.eq(memberId))
        .fetchOptional(SecondFactorRepository::read);
  }

  private static SecondFactorRow read(SecondFactorRecord r) {
    return new SecondFactorRow(
        r.getMemberId(),
        r.getVersion(),
        r.getAsked(),
        r.getSealedSeed(),
        r.getCodesVersion(),
        r.getMac(),
        r.getChangedAt().toInstant());
  }

  /** Writes it in the place of the former one, whose last step stays. */
  void save(SecondFactorRow now) {
    database
        .insertInto(SECOND_FACTOR)
        .set(SECOND_FACTOR.MEMBER_ID, now.memberId())
        .set(SECOND_FACTOR.VERSION, now.version())
        .set(SECOND_FACTOR.ASKED, now.asked())
        .set(SECOND_FACTOR.SEALED_SEED, now.sealedSeed())
        .set(SECOND_FACTOR.CODES_VERSION, now.codesVersion())
        .set(SECOND_FACTOR.MAC, now.mac())
        .onConflict(SECOND_FACTOR.MEMBER_ID)
        .doUpdate()
        .set(SECOND_FACTOR.VERSION, now.version())
        .set(SECOND_FACTOR.ASKED, now.asked())
        .set(SECOND_FACTOR.SEALED_SEED, now.sealedSeed())
        .set(SECOND_FACTOR.CODES_VERSION, now.codesVersion())
        .set(SECOND_FACTOR.MAC, now.mac())
        .set(SECOND_FACTOR.CHANGED_AT, currentOffsetDateTime())
        .execute();
  }

  /** Whether this step was not used yet, nor one after it; it is from now on. */
  boolean use(UUID memberId, long step) {
    return database
            .update(SECOND_FACTOR)
            .set(SECOND_FACTOR.LAST_STEP, step)
            .where(SECOND_FACTOR.MEMBER_ID.eq(memberId), SECOND_FACTOR.LAST_STEP.lt(step))
            .execute()
        == 1;
  }

  /** The digests of a member's one-time codes that were not used, by their position. */
  Map<Integer, byte[]> codes(UUID memberId) {
    return database
        .select(ONE_TIME_CODE.POSITION, ONE_TIME_CODE.DIGEST)
        .from(ONE_TIME_CODE)
        .where(ONE_TIME_CODE.MEMBER_ID.eq(memberId))
        .fetchMap(ONE_TIME_CODE.POSITION, ONE_TIME_CODE.DIGEST);
  }

  /** In the place of the former ones. */
  void saveCodes(UUID memberId, List<byte[]> digests) {
    database.deleteFrom(ONE_TIME_CODE).where(ONE_TIME_CODE.MEMBER_ID.eq(memberId)).execute();
    if (digests.isEmpty()) {
      return;
    }
    var insert =
        database.insertInto(
            ONE_TIME_CODE, ONE_TIME_CODE.MEMBER_ID, ONE_TIME_CODE.POSITION, ONE_TIME_CODE.DIGEST);
    for (int position = 0; position < digests.size(); position++) {
      insert = insert.values(row(memberId, position, digests.get(position)));
    }
    insert.execute();
  }

  /** Whether the code was there still; it is not from now on. */
  boolean useCode(UUID memberId, int position) {
    return database
            .deleteFrom(ONE_TIME_CODE)
            .where(ONE_TIME_CODE.MEMBER_ID.eq(memberId), ONE_TIME_CODE.POSITION.eq(position))
            .execute()
        == 1;
  }

  /** A row of {@code second_factor_demand}. */
  @SuppressWarnings("ArrayRecordComponent") // a row, never compared
  record DemandRow(String roles, int version, byte[] mac) {}

  Optional<DemandRow> demand() {
    return database
        .selectFrom(SECOND_FACTOR_DEMAND)
        .fetchOptional(r -> new DemandRow(r.getRoles(), r.getVersion(), r.getMac()));
  }

  void saveDemand(DemandRow demand) {
    database
        .insertInto(SECOND_FACTOR_DEMAND)
        .set(SECOND_FACTOR_DEMAND.ROLES, demand.roles())
        .set(SECOND_FACTOR_DEMAND.VERSION, demand.version())
        .set(SECOND_FACTOR_DEMAND.MAC, demand.mac())
        .onConflict(SECOND_FACTOR_DEMAND.ONE)
        .doUpdate()
        .set(SECOND_FACTOR_DEMAND.ROLES, demand.roles())
        .set(SECOND_FACTOR_DEMAND.VERSION, demand.version())
        .set(SECOND_FACTOR_DEMAND.MAC, demand.mac())
        .execute();
  }
}
