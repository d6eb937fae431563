package eu.rempart.document.file;

import static eu.rempart.db.generated.Tables.DOCUMENT;
import static eu.rempart.db.generated.Tables.DOCUMENT_WORDS;

import eu.rempart.db.generated.DocumentWordsWriter;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The words of files, sealed; and which files nobody has read yet. */
@Repository
class WordsRepository {

  /** What broke its reader so often is left alone. */
  private static final int ATTEMPTS = 3;

  private static final String READING = "READING";

  private final DSLContext dsl;
  private final Sealing sealing;

  WordsRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /**
   * Takes the newest file that counts and that nobody has read, for this server alone.
   *
   * @param abandoned whoever began before did not come to an end
   */
  Optional<FileId> take(Instant now, Instant abandoned) {
    OffsetDateTime since = abandoned.atOffset(ZoneOffset.UTC);
    for (UUID id :
        dsl.select(DOCUMENT.FILE_ID)
            .from(DOCUMENT)
            .leftJoin(DOCUMENT_WORDS)
            .on(DOCUMENT_WORDS.ID.eq(DOCUMENT.FILE_ID))
            .where(DOCUMENT_WORDS.ID.isNull().or(again(since)))
            .orderBy(DOCUMENT.CHANGED_AT.desc(), DOCUMENT.ID.desc())
            .limit(20)
            .fetch(DOCUMENT.FILE_ID)) {
      boolean mine =
          dsl.insertInto(DOCUMENT_WORDS)
                  .set(DOCUMENT_WORDS.ID, id)
                  .set(DOCUMENT_WORDS.STATE, READING)
                  .set(DOCUMENT_WORDS.BEGAN_AT, now.atOffset(ZoneOffset.UTC))
                  .onConflict(DOCUMENT_WORDS.ID)
                  .doUpdate()
                  .set(DOCUMENT_WORDS.ATTEMPTS, DOCUMENT_WORDS.ATTEMPTS.plus(1))
                  .set(DOCUMENT_WORDS.BEGAN_AT, now.atOffset(ZoneOffset.UTC))
                  .where(again(since))
                  .execute()
              == 1;
      if (mine) {
        return Optional.of(new FileId(id));
      }
    }
    return Optional.empty();
  }

  private static Condition again(OffsetDateTime since) {
    return DOCUMENT_WORDS
        .STATE
        .eq(READING)
        .and(DOCUMENT_WORDS.BEGAN_AT.lt(since))
        .and(DOCUMENT_WORDS.ATTEMPTS.lt(ATTEMPTS));
  }

  /** Keeps what was read; null for nothing. */
  void keep(FileId file, @Nullable String words) {
    if (words == null) {
      dsl.update(DOCUMENT_WORDS)
          .set(DOCUMENT_WORDS.STATE, "NONE")
          .where(DOCUMENT_WORDS.ID.eq(file.value()))
          .execute();
      return;
    }
    dsl.update(DOCUMENT_WORDS)
        .set(new DocumentWordsWriter(file.value(), sealing).state("DONE").words(words).forUpdate())
        .where(DOCUMENT_WORDS.ID.eq(file.value()))
        .execute();
  }

  /** Lets another server or time take it. */
  void putBack(FileId file) {
    dsl.deleteFrom(DOCUMENT_WORDS)
        .where(DOCUMENT_WORDS.ID.eq(file.value()), DOCUMENT_WORDS.STATE.eq(READING))
        .execute();
  }

  /** How many of the documents that one sees are read, or were given up. */
  WordsProgress progress() {
    Condition done = DOCUMENT_WORDS.STATE.ne(READING).or(DOCUMENT_WORDS.ATTEMPTS.ge(ATTEMPTS));
    return dsl.select(DSL.count(), DSL.count().filterWhere(done))
        .from(DOCUMENT)
        .leftJoin(DOCUMENT_WORDS)
        .on(DOCUMENT_WORDS.ID.eq(DOCUMENT.FILE_ID))
        .fetchSingle(row -> new WordsProgress(row.value2(), row.value1()));
  }
}
