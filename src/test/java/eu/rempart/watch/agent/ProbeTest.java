package eu.rempart.watch.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.watch.wire.Exchange.Found;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent as a whole, with a home that answers what the test says. */
class ProbeTest {

  @TempDir Path path;

  private static Found found(long n) {
    return new Found(n, UUID.randomUUID(), n, null, 200, 1L, 2L, 3L, 4L, 5L);
  }

  /** Home has 900, the disk knows of 2: what waits is not taken for one of those. */
  @Test
  void beforeItDeliversItAsksHowFarHomeIs() throws Exception {
    Path folder = Files.createDirectory(path.resolve("agent"));
    try (ResultBuffer buffer = ResultBuffer.open(folder.resolve(ResultBuffer.FILE), 100)) {
      buffer.add(ProbeTest::found);
      buffer.add(ProbeTest::found);
    }
    try (FakeHome home = new FakeHome(ServerTls.open(TlsSettings.in(path.resolve("tls"))));
        PrintStream nobody =
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Probe probe = Probe.open(call(home, folder), new Journal(nobody, InstantSource.system()))) {
      home.taken = 900;
      var running =
          new FutureTask<>(
              () -> {
                probe.run();
                return true;
              });
      Thread.ofPlatform().start(running);
      await().until(() -> home.reports.size() >= 2);
      probe.stop();
      assertThat(running.get()).isTrue();
      assertThat(home.reports.getFirst().results()).isEmpty();
      assertThat(home.reports.get(1).results()).extracting(Found::n).containsExactly(901L, 902L);
    }
  }

  private static ProbeCall call(FakeHome home, Path folder) {
    return ProbeCall.of(
        "--zone",
        "BR",
        "--server",
        home.address().toString(),
        "--home",
        folder.toString(),
        "--code",
        home.code.text());
  }
}
