package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.acting.WorkApart;
import eu.rempart.archive.ArchiveService;
import eu.rempart.db.OwnerAccess;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.privacy.ErasureJob.State;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Tie;
import eu.rempart.privacy.trace.TraceSearch;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.vault.VaultService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erasures run apart from whoever began them, as a whole or not at all. */
class ErasureJobTest extends WithTraces {

  @Autowired private OwnerAccess owner;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private ArchiveService archive;
  @Autowired private CurrentMember current;
  @Autowired private VaultService vault;

  private static ErasureJob ended(ErasureJob job) throws InterruptedException {
    job.await();
    return job;
  }

  @Test
  void manyLiveOnesAndManyInTheBinGoTogetherAndLeaveNoEntryInIt() throws InterruptedException {
    List<Note> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      all.add(note(i % 2 == 0 ? firmRef() : dealRef(), "Note " + i + " on " + name()));
      if (i % 3 == 0) {
        notes.archive(all.getLast().id());
      }
    }
    mail("Hello", leaRef(), dealRef());
    Note stays = note(firmRef(), "Nobody");
    notes.archive(stays.id());
    Map<PersonTrace, Treatment> chosen = proposed(traces());
    chosen.replaceAll(
        (trace, treatment) -> trace.record().kind().equals("note") ? Treatment.ERASE : treatment);
    AtomicInteger news = new AtomicInteger();

    ErasureJob job = privacy.start(lea, chosen);
    job.onNews(news::incrementAndGet);
    ended(job);

    assertThat(job.state()).isEqualTo(State.DONE);
    assertThat(job.prepared()).isEqualTo(job.total()).isEqualTo(chosen.size());
    assertThat(news.get()).isPositive();
    assertThat(job.certificate().orElseThrow().rows()).containsEntry("note", 30);
    assertThat(opened()).isEmpty();
    for (Note note : all) {
      assertThat(count("archive_entry", "root_id", note.id().value())).isZero();
    }
    assertThat(count("archive_entry", "root_id", stays.id().value())).isEqualTo(1);
  }

  @Test
  void whatBreaksOffLeavesAllAsItWas() throws InterruptedException {
    Note note = note(firmRef(), "Spoke to " + name());
    Map<PersonTrace, Treatment> chosen = new LinkedHashMap<>();
    chosen.put(of(traces(), ref(note)), Treatment.ERASE);
    chosen.put(
        new PersonTrace(
            new RecordRef("zzz_no_kind", UUID.randomUUID()),
            "",
            Tie.TEXT,
            false,
            true,
            0,
            0,
            true,
            false,
            false),
        Treatment.ERASE);

    ErasureJob job = ended(privacy.start(lea, chosen));

    assertThat(job.state()).isEqualTo(State.FAILED);
    assertThat(job.certificate()).isEmpty();
    assertThat(contacts.find(lea)).isPresent();
    assertThat(notes.find(note.id())).isPresent();
    assertThat(ledger()).doesNotContain(lea.toString());
  }

  @Test
  void whoComesSecondFindsNobody() throws InterruptedException {
    ErasureJob first = privacy.start(lea, Map.of());
    ErasureJob second = privacy.start(lea, Map.of());
    assertThat(List.of(ended(first).state(), ended(second).state()))
        .containsExactlyInAnyOrder(State.DONE, State.GONE);
  }

  @Test
  void whoMayNotEraseBeginsNothing() {
    for (Role role : List.of(Role.MANAGER, Role.MEMBER, Role.READER)) {
      actAs(role);
      assertThatThrownBy(() -> privacy.start(lea, Map.of()))
          .isInstanceOf(NotPermittedException.class);
    }
    admin();
    assertThat(contacts.find(lea)).isPresent();
  }

  @Test
  void aMemberWhoLooksAnewStopsTheirFormerSearch() throws SQLException {
    note(firmRef(), "Spoke to " + name());
    TraceSearch first;
    TraceSearch second;
    try (Connection operator = owner.connect();
        Statement statement = operator.createStatement()) {
      operator.setAutoCommit(false);
      // no search gets past this
      statement.execute("LOCK TABLE note_history IN ACCESS EXCLUSIVE MODE");
      first = privacy.search(lea).orElseThrow();
      second = privacy.search(lea).orElseThrow();
      assertThat(first.isCancelled()).isTrue();
      assertThat(second.isCancelled()).isFalse();
      operator.rollback();
    }
    assertThat(second.await(Duration.ofMinutes(2))).isTrue();
    assertThat(first.await(Duration.ofMinutes(2))).isTrue();
    assertThat(first.isWhole()).isFalse();
    assertThat(second.isWhole()).isTrue();
  }

  @Test
  void whatIsBeingRestoredFromTheBinGoesAllTheSame() throws InterruptedException {
    Note note = note(firmRef(), "Spoke to " + name());
    UUID archived = notes.archive(note.id());
    Map<PersonTrace, Treatment> chosen = Map.of(of(traces(), ref(note)), Treatment.ERASE);

    ErasureJob job =
        new TransactionTemplate(transactions)
            .execute(
                _ -> {
                  archive.undo(archived);
                  assertThat(count("note", "id", note.id().value())).isEqualTo(1);
                  ErasureJob begun = privacy.start(lea, chosen);
                  await()
                      .pollInSameThread()
                      .atMost(Patience.LONG)
                      .until(
                          () ->
                              dsl.fetchCount(dsl.selectOne().from("pg_locks").where("NOT granted"))
                                  > 0);
                  return begun;
                });
    ended(Objects.requireNonNull(job));

    assertThat(job.state()).isEqualTo(State.DONE);
    for (String table : List.of("note", "note_archive", "note_history")) {
      assertThat(count(table, "id", note.id().value())).as(table).isZero();
    }
    assertThat(opened()).isEmpty();
  }

  @Test
  void aServerThatStopsWaitsForTheErasureThatRuns() throws InterruptedException {
    ErasureThreads threads = new ErasureThreads(new WorkApart(current, vault));
    threads.start();
    CountDownLatch goesOn = new CountDownLatch(1);
    AtomicBoolean whole = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    threads.start(
        () -> {
          begun.countDown();
          whole.set(awaited(goesOn));
        });
    begun.await();
    Thread stop = Thread.ofPlatform().start(threads::stop);
    assertThat(stop.join(Duration.ofMillis(300))).isFalse();
    goesOn.countDown();
    assertThat(stop.join(Duration.ofSeconds(9))).isTrue();
    assertThat(whole).isTrue();
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(8, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
