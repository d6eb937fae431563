package eu.rempart.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.account.acting.WorkApart;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Claims;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.vault.VaultService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes of many records where another server uses the same database. */
class BulkTwoServersTest extends WithFirm {

  @Autowired private BulkService bulk;
  @Autowired private BulkRepository repository;
  @Autowired private DataSource source;
  @Autowired private Writes writes;
  @Autowired private Rights rights;
  @Autowired private CurrentMember current;
  @Autowired private VaultService vault;

  private Claims claims;
  private BulkService other;

  @BeforeEach
  void startTheOther() {
    claims = new Claims(source);
    other =
        new BulkService(
            repository,
            claims,
            new BulkThreads(new WorkApart(current, vault)),
            writes,
            rights,
            current);
  }

  @AfterEach
  void stopTheOther() {
    claims.close();
  }

  @Test
  void oneThatRunsElsewhereIsNotCalledInterruptedAndTheOthersWaitForIt() {
    ContactId id = person("Ida", "Twoserver");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    BulkJob first =
        bulk.start(
            order(
                id,
                () -> {
                  begun.countDown();
                  wait(goOn);
                }));
    wait(begun);

    other.interruptLeft();
    BulkJob second = other.start(order(id, () -> {}));

    assertThat(stateOf(first)).isEqualTo(BulkState.RUNNING);
    await().until(this::oneWaits);
    assertThat(second.done()).isZero();
    goOn.countDown();
    awaitEnd(first);
    awaitEnd(second);
    assertThat(stateOf(first)).isEqualTo(BulkState.DONE);
    assertThat(stateOf(second)).isEqualTo(BulkState.DONE);
  }

  @Test
  void oneWhoseServerDiedIsCalledInterruptedWithoutAStart() {
    UUID id = UUID.randomUUID();
    repository.begin(
        id,
        claims.here(),
        admin().memberId(),
        order(new ContactId(id), () -> {}),
        UUID.randomUUID());
    assertThat(stateOf(id)).isEqualTo(BulkState.RUNNING);

    claims.close();

    assertThat(stateOf(id)).isEqualTo(BulkState.INTERRUPTED);
  }

  @Test
  void oneThatWasCalledInterruptedChangesNothing() {
    ContactId id = person("Ivo", "Twoserver");
    BulkJob job =
        bulk.start(
            order(
                id,
                () -> sql("UPDATE bulk_run SET state = 'INTERRUPTED' WHERE state = 'RUNNING'")));

    awaitEnd(job);

    assertThat(job.state()).isEqualTo(BulkState.FAILED);
    assertThat(stateOf(job)).isEqualTo(BulkState.INTERRUPTED);
    assertThat(contacts.find(id).orElseThrow().data().lastName()).isEqualTo("Twoserver");
  }

  private BulkOrder order(ContactId id, Runnable before) {
    return new BulkOrder(
        "contact",
        "edit",
        "last_name",
        1,
        () -> Stream.of(List.of(id.value())),
        batch -> {
          before.run();
          Contact contact = contacts.find(id).orElseThrow();
          contacts.saveAll(
              Map.of(
                  contact,
                  contact.data().toBuilder().lastName("Renamed " + UUID.randomUUID()).build()),
              Reason.EDIT);
          return 1;
        },
        all -> {});
  }

  private boolean oneWaits() {
    return 1
        == DSL.using(source, SQLDialect.POSTGRES)
            .fetchCount(
                DSL.table("pg_locks"), DSL.condition("locktype = 'advisory' AND NOT granted"));
  }

  private BulkState stateOf(BulkJob job) {
    return stateOf(job.id());
  }

  private BulkState stateOf(UUID id) {
    return bulk.recent().stream()
        .filter(run -> run.id().equals(id))
        .map(BulkRun::state)
        .findFirst()
        .orElseThrow();
  }

  private static void awaitEnd(BulkJob job) {
    await().atMost(Patience.LONG).until(() -> job.state() != BulkState.RUNNING);
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
