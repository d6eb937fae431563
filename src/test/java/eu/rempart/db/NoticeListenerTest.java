package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What PostgreSQL tells, when it tells much of it. */
class NoticeListenerTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String CHANNEL = "rempart_storm";

  private static void tell(String payload) {
    database.app().fetch("SELECT pg_notify({0}, {1})", val(CHANNEL), val(payload));
  }

  private static org.jooq.Field<String> val(String value) {
    return org.jooq.impl.DSL.val(value);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFirstOfAStormIsHeardAtOnceAndTheOthersTogether() {
    List<String> heard = new CopyOnWriteArrayList<>();
    CountDownLatch connected = new CountDownLatch(1);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    var listener =
        new NoticeListener(
            database.appDataSource(),
            CHANNEL,
            connected::countDown,
            payload -> {
              heard.add(payload);
              if (payload.equals("last")) {
                last.countDown();
                return;
              }
              first.countDown();
              await(go); // as long as reading all rules anew takes
            });
    listener.start();
    try {
      await(connected);
      tell("edge_ban");
      await(first);
      for (int i = 0; i < 500; i++) {
        tell("edge_ban");
      }
      tell("edge_rule");
      tell("last");
      go.countDown();
      await(last);
    } finally {
      listener.stop();
    }
    // what came while the first was heard is one batch, or a few if it comes in pieces
    assertThat(heard.size()).isLessThan(50);
    assertThat(heard).contains("edge_rule").startsWith("edge_ban").endsWith("last");
  }
}
