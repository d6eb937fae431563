package eu.rempart.bench.edge;

import eu.rempart.bench.edge.FloodServer.Memory;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code ./rempart bench flood}: how long a member's pages take while the edge is flooded with
 * twenty times the handshakes that the machine could make, from ten thousand addresses in forty
 * countries, beside the same pages before and after. The product runs in a process of its own;
 * flood and member share the machine with it.
 */
public final class FloodBench {

  private static final int COUNTRIES = 40;
  private static final int SOURCES = 10_000;
  private static final int HANDSHAKES = 300;
  private static final int WARM_UP_PAGES = 100;
  private static final List<String> PAGES = List.of("contacts", "companies", "profile");
  private static final long PAUSE_NANOS = 250_000_000;
  private static final long LOOK_NANOS = 400_000_000;
  private static final double LONGEST_LOOK_SECONDS = 60;
  private static final String ALARM = "A flood of connections";

  private final FloodServer server;
  private final List<InetAddress> sources;
  private final PrintStream out = System.out;

  private FloodBench(FloodServer server, List<InetAddress> sources) {
    this.server = server;
    this.sources = sources;
  }

  /** Runs it and prints what it saw. */
  public static void run(int times, int pages) throws Exception {
    List<InetAddress> sources = ManySources.of(COUNTRIES, SOURCES);
    try (TemporaryFolder folder = new TemporaryFolder();
        FloodServer server = FloodServer.start(folder.path())) {
      new FloodBench(server, sources).measure(times, pages);
    }
  }

  private void measure(int times, int pages) throws Exception {
    InetAddress home = InetAddress.ofLiteral("81.185.64.1"); // an address of a French network
    try (Browsing member = server.browse(home)) {
      member.signIn(FloodServer.EMAIL, FloodServer.PASSWORD);
      open(member, WARM_UP_PAGES);
      double handshake = handshakeSeconds();
      double capacity = Runtime.getRuntime().availableProcessors() / handshake;
      int rate = (int) (times * capacity);
      print(
          "%.2f ms of the server's processors for a full handshake: %.0f a second at most",
          1e3 * handshake, capacity);
      List<Double> quiet = open(member, pages);
      Memory before = server.memory();
      List<Double> flooded;
      Memory during;
      try (FloodClient flood = new FloodClient(server.port(), sources, RawClient.hello(), rate)) {
        long begun = System.nanoTime();
        double cpu = server.cpuSeconds();
        CompletableFuture<Double> named = CompletableFuture.supplyAsync(() -> named(home, member));
        flooded = open(member, pages);
        double seconds = (System.nanoTime() - begun) / 1e9;
        during = server.memory();
        print(
            "%,d connections a second aimed at, %,.0f sent, for %.0f s: %.1f times the capacity",
            rate, flood.sent() / seconds, seconds, flood.sent() / seconds / capacity);
        print(
            "%.2f processors used by the server meanwhile", (server.cpuSeconds() - cpu) / seconds);
        print(
            named.join() < LONGEST_LOOK_SECONDS
                ? "named on the dashboard after %.1f s"
                : "NOT named on the dashboard within %.1f s",
            named.join());
        print("a new connection of the member: %.0f ms", 1e3 * connected(home));
      }
      List<Double> after = open(member, pages);
      List<Double> calm = new ArrayList<>(quiet);
      calm.addAll(after);
      out.printf(
          Locale.ROOT,
          "%n%-34s %8s %8s %8s%n",
          "milliseconds for a page",
          "median",
          "p95",
          "ratio");
      line("quiet, before and after", calm, calm);
      line("flooded", flooded, calm);
      print(
          "%nmegabytes: heap in use %d before, %d in the flood, %d after; resident %d, %d, %d",
          before.heap(),
          during.heap(),
          server.memory().heap(),
          before.resident(),
          during.resident(),
          server.memory().resident());
    }
  }

  private List<Double> open(Browsing member, int pages) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      seconds.add(member.open(PAGES.get(i % PAGES.size())).seconds());
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return seconds;
  }

  /** What a full handshake costs all of the running product. */
  private double handshakeSeconds() throws IOException {
    for (int i = 0; i < HANDSHAKES; i++) {
      server.browse(sources.get(i)).close();
    }
    double before = server.cpuSeconds();
    for (int i = HANDSHAKES; i < 2 * HANDSHAKES; i++) {
      server.browse(sources.get(i)).close();
    }
    return (server.cpuSeconds() - before) / HANDSHAKES;
  }

  /** After how many seconds an administrator reads of the flood, or gives up. */
  private double named(InetAddress home, Browsing member) {
    long begun = System.nanoTime();
    try (Browsing administrator = server.browse(home).as(member)) {
      double waited = 0;
      while (waited < LONGEST_LOOK_SECONDS
          && !administrator.open("traffic").text().contains(ALARM)) {
        LockSupport.parkNanos(LOOK_NANOS);
        waited = (System.nanoTime() - begun) / 1e9;
      }
      return waited;
    } catch (IOException e) {
      throw new IllegalStateException("The dashboard can't be read", e);
    }
  }

  private double connected(InetAddress home) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      long begun = System.nanoTime();
      server.browse(home).close();
      seconds.add((System.nanoTime() - begun) / 1e9);
    }
    return Row.median(seconds);
  }

  private void line(String what, List<Double> seconds, List<Double> baseline) {
    List<Double> sorted = seconds.stream().sorted().toList();
    print(
        "%-34s %8.1f %8.1f %8.2f",
        what,
        1e3 * Row.median(seconds),
        1e3 * sorted.get(sorted.size() * 95 / 100),
        Row.median(seconds) / Row.median(baseline));
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
