package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads of mailboxes: one that hangs is waited for by nobody but itself. */
class MailboxThreadsTest {

  private final MailboxThreads threads = new MailboxThreads();
  private final MailboxId slow = new MailboxId(UUID.randomUUID());
  private final MailboxId other = new MailboxId(UUID.randomUUID());

  @AfterEach
  void end() {
    threads.destroy();
  }

  @Test
  void mailboxThatHangsStopsNoOther() throws Exception {
    var over = new CountDownLatch(1);
    var looked = new CountDownLatch(1);
    threads.run(slow, () -> await(over));
    threads.run(slow, looked::countDown); // it is being looked into already
    threads.run(other, looked::countDown);
    looked.await();
    over.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void mailboxThatWastesTimeSitsRoundsOut() {
    assertThat(threads.takesPart(slow)).isTrue();
    threads.looked(slow, true);
    assertThat(threads.takesPart(slow)).isFalse();
    assertThat(threads.takesPart(slow)).isTrue();
    threads.looked(slow, true);
    int out = 0;
    while (!threads.takesPart(slow)) {
      out++;
    }
    assertThat(out).isEqualTo(3);
    assertThat(threads.takesPart(other)).isTrue();
    threads.looked(slow, false);
    assertThat(threads.takesPart(slow)).isTrue();
  }
}
