package eu.rempart.watch.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Found;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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

  /** Somebody stands between, and says that home knows it no more: it measures on, and asks on. */
  @Test
  void whatHomeDidNotSignStopsNothing() throws Exception {
    Path folder = Files.createDirectory(path.resolve("agent"));
    try (FakeHome home = new FakeHome(ServerTls.open(TlsSettings.in(path.resolve("tls"))));
        PrintStream nobody =
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Probe probe = Probe.open(call(home, folder), new Journal(nobody, InstantSource.system()))) {
      home.asks = List.of(soon(home.address().getPort()));
      var running =
          new FutureTask<>(
              () -> {
                probe.run();
                return true;
              });
      Thread.ofPlatform().start(running);
      await().until(() -> home.reports.size() > 1); // the first answer has come, and is signed
      home.signer = null;
      home.no = new Exchange.No("unknown", "No such agent is admitted here.", 1);
      int before = home.reports.size();
      await().until(() -> home.reports.size() > before);
      home.no = new Exchange.No("signature", "?", 1);
      await()
          .atMost(Patience.LONG)
          .until(
              () ->
                  home.reports.stream()
                      .skip(before + 1)
                      .anyMatch(report -> !Objects.requireNonNull(report.results()).isEmpty()));
      probe.stop();
      assertThat(running.get()).isTrue();
    }
  }

  /** A check that begins one to two seconds after it was asked for. */
  private static Exchange.Asked soon(int port) {
    UUID id = UUID.randomUUID();
    while (Math.floorMod(("BR" + id).hashCode() * 7_919L, 1_000L) / 100 != 1) {
      id = UUID.randomUUID();
    }
    return new Exchange.Asked(id, 1, "SERVER", "localhost", port, "/", 2_000, 1_500, 10, false);
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
