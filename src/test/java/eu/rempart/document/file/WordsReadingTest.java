package eu.rempart.document.file;

import static eu.rempart.db.generated.Tables.DOCUMENT_ARCHIVE;
import static eu.rempart.db.generated.Tables.DOCUMENT_WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.archive.PurgeService;
import eu.rempart.document.Document;
import eu.rempart.document.WithFiles;
import eu.rempart.preview.OfficeFiles;
import eu.rempart.preview.WordReader;
import eu.rempart.preview.WordReaders;
import eu.rempart.search.Indexes;
import eu.rempart.search.SearchIndex;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.lock.VaultUnlocked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** Documents are found by what stands in them. */
class WordsReadingTest extends WithFiles {

  @Autowired private WordsReading reading;
  @Autowired private WordsRepository repository;
  @Autowired private WordsService words;
  @Autowired private PurgeService purges;
  @Autowired private DSLContext dsl;
  @Autowired private SearchIndex index;
  @Autowired private WordReader reader;
  @Autowired private VaultService vault;
  @Autowired private ScheduledAnnotationBeanPostProcessor clock;

  private String rare;

  @BeforeEach
  void ready() {
    // rounds are the tests' own from here on: another would take files away from them
    clock.postProcessBeforeDestruction(reading, "reading");
    reading.round();
    Awaitility.await().pollInSameThread().until(() -> words.progress().complete());
    Indexes.awaitReady(documents::indexState);
    rare = "q" + UUID.randomUUID().toString().substring(0, 8) + "zz";
  }

  private void isFound(String text, Document... expected) {
    Awaitility.await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(documents.search(text, 10))
                    .extracting(Document::id)
                    .containsExactlyInAnyOrderElementsOf(
                        java.util.stream.Stream.of(expected).map(Document::id).toList()));
  }

  @Test
  void documentsThatWereThereBeforeAreReadAndFoundByTheirWords() throws Exception {
    Document pdf = document("a.pdf", OfficeFiles.pdf("The delivery of " + rare, "on page two"));
    Document letter =
        document("b.docx", OfficeFiles.letter(rare.substring(0, 4), rare.substring(4)));
    Document nothing = document("c.bin", new byte[] {1, 2, 3});
    assertThat(words.progress().complete()).isFalse();
    assertThat(documents.search(rare, 5)).isEmpty();

    reading.round();

    assertThat(words.progress().complete()).isTrue();
    isFound(rare, pdf, letter);
    isFound(rare + " delivery", pdf);
    assertThat(index.everywhere(rare, 5).get("document"))
        .contains(pdf.id().value(), letter.id().value());
    assertThat(state(nothing)).isEqualTo("NONE");
  }

  private String state(Document document) {
    return dsl.select(DOCUMENT_WORDS.STATE)
        .from(DOCUMENT_WORDS)
        .where(DOCUMENT_WORDS.ID.eq(document.file().value()))
        .fetchSingle()
        .value1();
  }

  @Test
  void theWordsAreSealed() {
    Document kept = document("note.txt", bytes(rare));
    reading.round();
    byte[] sealed =
        dsl.select(DOCUMENT_WORDS.WORDS)
            .from(DOCUMENT_WORDS)
            .where(DOCUMENT_WORDS.ID.eq(kept.file().value()))
            .fetchSingle()
            .value1();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(rare);
  }

  @Test
  void theFileThatCountsIsTheOneThatIsFound() throws Exception {
    Document first = document("plan.txt", bytes("old " + rare));
    reading.round();
    isFound(rare, first);

    documents.addFile(first.id(), bring("plan.txt", bytes("new words")));
    reading.round();
    isFound(rare);

    documents.use(first.id(), first.file());
    isFound(rare, first);
  }

  @Test
  void whatAnotherServerReadsIsLeftToItUntilItGaveUp() {
    Document kept = document("slow.txt", bytes(rare));
    Instant now = Instant.now();
    while (repository.take(now, now.minusSeconds(600)).isPresent()) {
      // all that nobody has read
    }
    reading.round();
    assertThat(state(kept)).isEqualTo("READING");

    assertThat(repository.take(now.plusSeconds(1), now.plusSeconds(1))).isPresent();
    for (int i = 2; i < 9; i++) {
      while (repository.take(now.plusSeconds(i), now.plusSeconds(i)).isPresent()) {
        // and again
      }
    }
    assertThat(words.progress().complete()).as("three times are enough").isTrue();
    assertThat(state(kept)).isEqualTo("READING");
  }

  @Test
  @Timeout(60)
  void theRoundEndsWhereTheKeysAreGoneAndNobodyHasToldYet() {
    Document kept = document("late.txt", bytes(rare));
    VaultLease lease = vault.lease(Objects.requireNonNull(admin().vault()));
    WordsReading late = new WordsReading(repository, files, reader);
    late.unlocked(new VaultUnlocked(lease.handle()));
    lease.close();

    late.round();

    assertThat(begun(kept)).as("left to whoever comes next").isFalse();
    late.destroy();
    reading.round();
    assertThat(state(kept)).isEqualTo("DONE");
  }

  @Test
  void whatWasNotAnsweredIsReadAgainLater() {
    reading.round();
    Document kept = document("busy.txt", bytes(rare));

    with(WordReaders.hasty());
    assertThat(state(kept)).as("nobody knows whether it has words").isEqualTo("READING");

    dsl.update(DOCUMENT_WORDS)
        .set(DOCUMENT_WORDS.BEGAN_AT, OffsetDateTime.now(ZoneOffset.UTC).minusHours(1))
        .where(DOCUMENT_WORDS.ID.eq(kept.file().value()))
        .execute();
    reading.round();
    assertThat(state(kept)).isEqualTo("DONE");
  }

  @Test
  void noFileIsBlamedWhereNoProcessStarts(@TempDir Path folder) {
    Document first = document("first.txt", bytes(rare));
    Document second = document("second.txt", bytes(rare));

    with(WordReaders.helpless(folder.resolve("java")));

    assertThat(begun(first)).isFalse();
    assertThat(begun(second)).isFalse();
    reading.round();
    isFound(rare, first, second);
  }

  @Test
  void filesAreLeftAloneWhereNoneCanBeRead(@TempDir Path folder) throws IOException {
    Document kept = document("packed.txt", bytes(rare));
    Path jar = folder.resolve("packed.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("BOOT-INF/classes/"));
    }

    with(WordReaders.startedFrom(jar.toString()));

    assertThat(begun(kept)).isFalse();
  }

  /** A round with another reader. */
  private void with(WordReader other) {
    try (VaultLease lease = vault.lease(Objects.requireNonNull(admin().vault()))) {
      WordsReading its = new WordsReading(repository, files, other);
      its.unlocked(new VaultUnlocked(lease.handle()));
      its.round();
      its.destroy();
    }
  }

  private boolean begun(Document document) {
    return dsl.fetchExists(DOCUMENT_WORDS, DOCUMENT_WORDS.ID.eq(document.file().value()));
  }

  @Test
  void wordsOfWhatIsPurgedAreGone() {
    Document kept = document("gone.txt", bytes(rare));
    reading.round();
    documents.archive(List.of(kept.id()));
    isFound(rare);
    assertThat(state(kept)).as("it may come back").isEqualTo("DONE");

    int delay = purges.delayDays();
    purgesWait(0);
    UUID entry =
        dsl.select(DOCUMENT_ARCHIVE.ARCHIVE_ID)
            .from(DOCUMENT_ARCHIVE)
            .where(DOCUMENT_ARCHIVE.ID.eq(kept.id().value()))
            .fetchSingle()
            .value1();
    purges.request(List.of(entry));
    purgesWait(delay);

    Awaitility.await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(
                        dsl.fetchExists(DOCUMENT_WORDS, DOCUMENT_WORDS.ID.eq(kept.file().value())))
                    .isFalse());
  }
}
