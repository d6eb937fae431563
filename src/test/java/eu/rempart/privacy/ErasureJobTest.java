package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.privacy.ErasureJob.State;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Tie;
import eu.rempart.privacy.trace.TraceSearch;
import eu.rempart.privacy.trace.Treatment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Erasures run apart from whoever began them, as a whole or not at all. */
class ErasureJobTest extends WithTraces {

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
  void aMemberWhoLooksAnewStopsTheirFormerSearch() {
    TraceSearch first = privacy.search(lea).orElseThrow();
    TraceSearch second = privacy.search(lea).orElseThrow();
    assertThat(second.await(Duration.ofMinutes(2))).isTrue();
    assertThat(first.await(Duration.ofMinutes(2))).isTrue();
    assertThat(second.isWhole()).isTrue();
  }
}
