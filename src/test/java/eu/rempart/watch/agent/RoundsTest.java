package eu.rempart.watch.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.edge.HandClock;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.measure.Measurement;
import eu.rempart.watch.wire.Exchange.Asked;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured when. */
class RoundsTest {

  @TempDir Path folder;

  private final HandClock hands = new HandClock();
  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private final Semaphore ends = new Semaphore(0);

  private Measurement measure(Check check, @Nullable Failure before) {
    begun.add(check.name());
    ends.acquireUninterruptibly();
    return new Measurement(Failure.CONNECT_TIMEOUT, null, Timing.NONE);
  }

  /** In a cut each measurement lasts so long that there is not room for all. */
  @Test
  void whereThereIsNotRoomForAllEachComesAllTheSame() throws IOException {
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      asked.add(
          new Asked(
              new UUID(i, i),
              1,
              CheckKind.SERVER.name(),
              "crm.example",
              443,
              "/",
              3_000,
              2_000,
              10,
              false));
    }
    try (PrintStream nobody =
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        ResultBuffer buffer = ResultBuffer.open(folder.resolve("results"), 1_000);
        Rounds rounds =
            new Rounds(
                new Zone("BR"),
                this::measure,
                new HomeClock(hands, hands, Duration.ZERO),
                buffer,
                new Journal(nobody, hands),
                hands,
                () -> {})) {
      rounds.use(asked);
      hands.pass(Duration.ofSeconds(11));
      for (int ended = 0; ended < 40; ended++) {
        rounds.begin();
        // all those that ran are due again before the next one ends
        hands.pass(Duration.ofSeconds(11));
        int before = ended;
        ends.release();
        await().until(() -> buffer.size() == before + 1);
      }
      await()
          .untilAsserted(
              () -> {
                rounds.begin();
                assertThat(begun).hasSize(40);
              });
      ends.release(100);
    }
  }
}
