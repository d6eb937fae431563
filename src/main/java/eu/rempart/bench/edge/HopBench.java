package eu.rempart.bench.edge;

import eu.rempart.bench.edge.HopServer.Way;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.bench.Requests;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./rempart bench hop}: what one request on a connection that is kept costs all servers that
 * take part: Jetty alone, Jetty behind the edge, and Jetty behind nginx. Small answers, on
 * loopback, one after the other in each round; the client's processor time is apart.
 */
public final class HopBench {

  static final byte[] REQUEST =
      "GET /page HTTP/1.1\r\nHost: localhost\r\nCookie: __Host-session=0123456789abcdef\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final int requests;
  private final int connections;

  private HopBench(int requests, int connections) {
    this.requests = requests;
    this.connections = connections;
  }

  /** Runs it and prints its table. */
  public static void run(int rounds, int requests, int connections) throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path home = folder.path();
      X509Certificate shown = ServerTls.open(TlsSettings.in(home)).serverKey().chain().getFirst();
      try (ServerProcess plain = server(Way.PLAIN, home);
          ServerProcess tls = server(Way.TLS, home);
          ServerProcess socket = server(Way.SOCKET, home);
          ServerProcess edge = server(Way.EDGE, home)) {
        int plainPort = port(plain);
        int tlsPort = port(tls);
        int edgePort = port(edge);
        socket.line();
        try (Nginx nginx = nginx(home)) {
          List<Candidate> all =
              List.of(
                  new Candidate("Jetty alone, without TLS", plainPort, null, plain::cpuSeconds),
                  new Candidate("Jetty alone, TLS by the JDK", tlsPort, shown, tls::cpuSeconds),
                  new Candidate("edge and Jetty, one process", edgePort, shown, edge::cpuSeconds),
                  new Candidate(
                      "nginx and Jetty",
                      nginx.port(),
                      shown,
                      () -> nginx.cpuSeconds() + socket.cpuSeconds()));
          new HopBench(requests, connections).run(all, rounds);
        }
      }
    }
  }

  private record Candidate(
      String name, int port, @Nullable X509Certificate shown, DoubleSupplier cpu) {}

  static ServerProcess server(Way way, Path home) throws IOException {
    return ServerProcess.java(HopServer.class, way.name(), home.toString());
  }

  static int port(ServerProcess server) throws IOException {
    return Integer.parseInt(server.line());
  }

  private static Nginx nginx(Path home) throws IOException {
    return Nginx.start(
        home,
        "upstream backend { server unix:%s; keepalive 64; keepalive_requests 1000000000; }"
            .formatted(HopServer.socket(home, Way.SOCKET)),
        "proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection '';");
  }

  private void run(List<Candidate> all, int rounds) throws Exception {
    List<Row> rows = all.stream().map(candidate -> new Row(candidate.name())).toList();
    for (int round = -2; round < rounds; round++) { // two rounds for the compilers
      double[] costs = new double[all.size()];
      for (int i = 0; i < costs.length; i++) {
        costs[i] = cost(all.get(i));
      }
      for (int i = 0; i < costs.length && round >= 0; i++) {
        rows.get(i).ours(costs[i]);
        rows.get(i).baseline(costs[0]);
      }
    }
    print(System.out, rows);
  }

  private double cost(Candidate candidate) throws Exception {
    try (Requests client =
        new Requests(candidate.port(), candidate.shown(), connections, REQUEST, HopServer.LAST)) {
      client.run(requests / 10);
      double before = candidate.cpu().getAsDouble();
      client.run(requests);
      return (candidate.cpu().getAsDouble() - before) / requests;
    }
  }

  private static void print(PrintStream out, List<Row> rows) {
    out.printf("%-34s %8s %8s %8s%n", "microseconds for each request", "ratio", "all", "more");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-34s %8.2f %8.1f %8.1f%n",
          row,
          row.ratio(),
          1e6 * row.ours(),
          1e6 * (row.ours() - row.baseline()));
    }
  }
}
