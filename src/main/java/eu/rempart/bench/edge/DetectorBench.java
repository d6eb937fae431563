package eu.rempart.bench.edge;

import eu.rempart.bench.edge.HopServer.Way;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.bench.Handshakes;
import eu.rempart.tls.bench.Requests;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./rempart bench detector}: what handshakes and requests cost at an edge with gates,
 * counting and detection on, beside one that lets everybody in and looks at nothing. Each in a
 * process of its own with the same Jetty behind it, one after the other in each round; with the
 * PostgreSQL of the one that has one. What gates, counting and detection cost while nobody comes is
 * in it, and stands by itself besides.
 */
public final class DetectorBench {

  private static final String GROUP = "X25519MLKEM768";
  private static final int AT_ONCE = 16;

  private static final int REST_SECONDS = 10;

  /** A virtual machine gets faster for some thousand handshakes. */
  private static final int WARM_UP = 2_000;

  private final int handshakes;
  private final int requests;
  private final X509Certificate shown;

  private DetectorBench(int handshakes, int requests, X509Certificate shown) {
    this.handshakes = handshakes;
    this.requests = requests;
    this.shown = shown;
  }

  /** Runs it and prints its table. */
  public static void run(int rounds, int handshakes, int requests) throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path home = folder.path();
      X509Certificate shown = ServerTls.open(TlsSettings.in(home)).serverKey().chain().getFirst();
      try (ServerProcess open = HopBench.server(Way.EDGE, home);
          ServerProcess watched = HopBench.server(Way.WATCHED, home)) {
        new DetectorBench(handshakes, requests, shown)
            .run(Candidate.of(open), Candidate.of(watched), rounds);
      }
    }
  }

  private record Candidate(ServerProcess server, int port) {

    static Candidate of(ServerProcess server) throws IOException {
      return new Candidate(server, HopBench.port(server));
    }
  }

  private void run(Candidate open, Candidate watched, int rounds) throws Exception {
    for (Candidate each : List.of(open, watched)) {
      handshake(each, WARM_UP);
      request(each, requests);
    }
    Row shaking = new Row("full handshake and a page, " + GROUP);
    Row asking = new Row("request on a connection that is kept");
    Row resting = new Row("a second in which nobody comes");
    for (int round = 0; round < rounds; round++) {
      shaking.baseline(handshake(open, handshakes));
      shaking.ours(handshake(watched, handshakes));
      asking.baseline(request(open, requests));
      asking.ours(request(watched, requests));
      resting.baseline(rest(open));
      resting.ours(rest(watched));
    }
    print(System.out, shaking, asking, resting);
  }

  private double handshake(Candidate candidate, int count) throws Exception {
    try (Handshakes client = Handshakes.asking(candidate.port(), shown, GROUP)) {
      client.run(AT_ONCE, AT_ONCE);
      double before = candidate.server().cpuSeconds();
      int made = client.run(count, AT_ONCE);
      if (made != count) {
        throw new IOException("%d of %d handshakes were made".formatted(made, count));
      }
      return (candidate.server().cpuSeconds() - before) / count;
    }
  }

  private double request(Candidate candidate, int count) throws Exception {
    try (Requests client =
        new Requests(candidate.port(), shown, AT_ONCE, HopBench.REQUEST, HopServer.LAST)) {
      client.run(count / 10);
      double before = candidate.server().cpuSeconds();
      client.run(count);
      return (candidate.server().cpuSeconds() - before) / count;
    }
  }

  private static double rest(Candidate candidate) throws InterruptedException {
    double before = candidate.server().cpuSeconds();
    Thread.sleep(1_000L * REST_SECONDS);
    return (candidate.server().cpuSeconds() - before) / REST_SECONDS;
  }

  private static void print(PrintStream out, Row... rows) {
    out.printf(
        "%-38s %8s %10s %10s%n", "microseconds of processor time", "ratio", "detection", "open");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-38s %8.2f %10.1f %10.1f%n",
          row,
          row.ratio(),
          1e6 * row.ours(),
          1e6 * row.baseline());
    }
  }
}
