package eu.rempart.vault;

import static eu.rempart.db.generated.Tables.LEDGER;
import static eu.rempart.db.generated.Tables.LEDGER_SEAL;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The ledger's rows and their seal, as the database has them. */
final class LedgerRepository {

  private final DSLContext database;

  LedgerRepository(DSLContext database) {
    this.database = database;
  }

  /** A row of the ledger, as far as a seal speaks of it. */
  @SuppressWarnings("ArrayRecordComponent") // a row, never compared
  record Row(long seq, byte[] hash) {}

  /** What was sealed last. */
  @SuppressWarnings("ArrayRecordComponent") // a row, never compared
  record Seal(Row row, byte[] proof) {}

  Optional<Row> last() {
    return database
        .select(LEDGER.SEQ, LEDGER.HASH)
        .from(LEDGER)
        .orderBy(LEDGER.SEQ.desc())
        .limit(1)
        .fetchOptional(r -> new Row(r.value1(), r.value2()));
  }

  Optional<Row> row(long seq) {
    return database
        .select(LEDGER.SEQ, LEDGER.HASH)
        .from(LEDGER)
        .where(LEDGER.SEQ.eq(seq))
        .fetchOptional(r -> new Row(r.value1(), r.value2()));
  }

  Optional<Seal> seal() {
    return database
        .selectFrom(LEDGER_SEAL)
        .fetchOptional(r -> new Seal(new Row(r.getSeq(), r.getHash()), r.getProof()));
  }

  /** The first row that does not follow from the one before; empty if there is none. */
  Optional<Long> broken() {
    return database
        .select(DSL.field("rempart.ledger_break()", Long.class))
        .fetchOptional(0, Long.class);
  }

  void save(Seal seal) {
    database
        .insertInto(LEDGER_SEAL)
        .set(LEDGER_SEAL.SINGLETON, true)
        .set(LEDGER_SEAL.SEQ, seal.row().seq())
        .set(LEDGER_SEAL.HASH, seal.row().hash())
        .set(LEDGER_SEAL.PROOF, seal.proof())
        .onConflict(LEDGER_SEAL.SINGLETON)
        .doUpdate()
        .set(LEDGER_SEAL.SEQ, seal.row().seq())
        .set(LEDGER_SEAL.HASH, seal.row().hash())
        .set(LEDGER_SEAL.PROOF, seal.proof())
        .where(LEDGER_SEAL.SEQ.lt(seal.row().seq()))
        .execute();
  }
}
