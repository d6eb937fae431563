package eu.rempart.bench.edge;

import eu.rempart.RempartApplication;
import eu.rempart.watch.check.Zone;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./rempart bench probes}: what nine agents cost the server that they deliver to, with 200
 * results a minute between them: its processor time and its PostgreSQL's, as a share of one core,
 * beside the same server when nobody delivers. Real signatures over real TLS through the edge; what
 * the agents themselves take is not counted.
 */
public final class ProbesBench {

  private static final String READY = "Rempart is ready at https://localhost:";
  private static final int RESULTS_A_MINUTE = 200;
  private static final int EXCHANGES_A_MINUTE = 6;
  private static final int CHECKS = 22;
  private static final int WARM_UP = 400;

  private final Path home;
  private final ServerProcess server;
  private final List<DeliveringAgent> agents;
  private final PrintStream out = System.out;

  private ProbesBench(Path home, ServerProcess server, List<DeliveringAgent> agents) {
    this.home = home;
    this.server = server;
    this.agents = agents;
  }

  /** Runs it and prints its table. */
  public static void run(int minutes) throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path home = folder.path().resolve("home");
      try (ServerProcess server =
          ServerProcess.java(
              List.of("-Xmx768m"),
              RempartApplication.class,
              "--rempart.home=" + home,
              "--server.port=0",
              "--logging.level.root=error")) {
        String ready = server.await(READY);
        int port = Integer.parseInt(ready.substring(READY.length()).strip());
        List<DeliveringAgent> agents = agents(home, port);
        new ProbesBench(home, server, agents).measure(minutes);
        agents.forEach(DeliveringAgent::close);
      }
    }
  }

  private static List<DeliveringAgent> agents(Path home, int port) throws Exception {
    List<DeliveringAgent> agents = new ArrayList<>();
    try (Connection owner = OwnerSql.of(home)) {
      allow(owner);
      List<UUID> checks = new ArrayList<>();
      for (int i = 0; i < CHECKS; i++) {
        checks.add(check(owner, i));
      }
      for (Zone zone : Zone.USUAL) {
        agents.add(DeliveringAgent.admit(zone, home, port, owner, checks));
      }
    }
    return agents;
  }

  /** All come from one address, and the warm-up comes faster than agents do. */
  private static void allow(Connection owner) throws SQLException {
    try (PreparedStatement insert =
        owner.prepareStatement(
            "INSERT INTO edge_allowed (id, network, reason)"
                + " VALUES (gen_random_uuid(), '127.0.0.0/8', 'for the benchmark')")) {
      insert.executeUpdate();
    }
  }

  private static UUID check(Connection owner, int n) throws SQLException {
    UUID id = UUID.randomUUID();
    String zones = String.join(",", Zone.USUAL.stream().map(Zone::code).toList());
    try (PreparedStatement insert =
        owner.prepareStatement(
            """
            INSERT INTO watch_check (id, name, kind, host, port, path, limit_value, clear_value,
              period_seconds, fail_after, recover_after, zones, quorum, shown, enabled)
            VALUES (?, ?, 'PAGE', 'crm.example', 443, '/', 3000, 2000,
              60, 2, 2, string_to_array(?, ','), 5, true, true)
            """)) {
      insert.setObject(1, id);
      insert.setString(2, "check " + n);
      insert.setString(3, zones);
      insert.executeUpdate();
    }
    return id;
  }

  private void measure(int minutes) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      for (DeliveringAgent agent : agents) {
        agent.deliver(4);
      }
    }
    double idle = share(minutes, false);
    long before = delivered();
    double busy = share(minutes, true);
    double results = (delivered() - before) / (double) minutes;
    out.printf(Locale.ROOT, "%-44s %9s%n", "per cent of one core, with PostgreSQL", "");
    out.printf(Locale.ROOT, "%-44s %9.2f%n", "the server, nobody delivers", 100 * idle);
    out.printf(
        Locale.ROOT,
        "%-44s %9.2f%n",
        "nine agents, %.0f results a minute".formatted(results),
        100 * busy);
    out.printf(Locale.ROOT, "%-44s %9.2f%n", "what the agents cost", 100 * (busy - idle));
  }

  private long delivered() {
    return agents.stream().mapToLong(DeliveringAgent::delivered).sum();
  }

  /** Runs in the time that it takes; answers the share of one core. */
  private double share(int minutes, boolean deliver) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    double before = cpuSeconds();
    int exchanges = minutes * EXCHANGES_A_MINUTE * agents.size();
    long pause = TimeUnit.MINUTES.toNanos(minutes) / exchanges;
    long told = 0;
    for (int i = 0; i < exchanges; i++) {
      long due = (i + 1L) * minutes * RESULTS_A_MINUTE / exchanges;
      if (deliver) {
        agents.get(i % agents.size()).deliver((int) (due - told));
      }
      told = due;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, begun + (i + 1) * pause - System.nanoTime()));
    }
    return (cpuSeconds() - before) / ((System.nanoTime() - begun) / 1e9);
  }

  private double cpuSeconds() throws IOException {
    return server.cpuSeconds() + ProcessorTime.ofDatabase(home);
  }
}
