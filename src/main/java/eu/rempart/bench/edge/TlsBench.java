package eu.rempart.bench.edge;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.bench.BareEdge;
import eu.rempart.tls.bench.Handshakes;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * {@code ./rempart bench tls --rounds N --handshakes N}: what handshakes and refusals cost the
 * server's processor. Edge and nginx each in processes of their own, with the same key and
 * certificate, on loopback, one after the other in each round; the client's processor time is
 * apart. Nothing is behind either.
 */
public final class TlsBench {

  private static final String POST_QUANTUM = "X25519MLKEM768";
  private static final String CLASSIC = "X25519";
  private static final int AT_ONCE = 16;

  /** A virtual machine gets faster for some thousand handshakes. */
  private static final int WARM_UP = 2_000;

  private final int handshakes;
  private final int refusals;
  private final ServerProcess edge;
  private final int edgePort;
  private final Nginx nginx;
  private final X509Certificate authority;
  private final byte[] hello = RawClient.hello();

  private TlsBench(
      int handshakes, int refusals, ServerProcess edge, Nginx nginx, X509Certificate authority)
      throws IOException {
    this.handshakes = handshakes;
    this.refusals = refusals;
    this.edge = edge;
    this.edgePort = Integer.parseInt(edge.line());
    this.nginx = nginx;
    this.authority = authority;
  }

  /** Runs it and prints its table. */
  public static void run(int rounds, int handshakes, int refusals) throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path home = folder.path();
      X509Certificate server = ServerTls.open(TlsSettings.in(home)).serverKey().chain().getFirst();
      try (ServerProcess edge = ServerProcess.java(BareEdge.class, home.toString());
          Nginx nginx = Nginx.start(home, "", "return 204;")) {
        new TlsBench(handshakes, refusals, edge, nginx, server).run(rounds);
      }
    }
  }

  private void run(int rounds) throws Exception {
    Row full = new Row("full handshake, X25519MLKEM768");
    Row classic = new Row("full handshake, X25519");
    Row resumed = new Row("resumed handshake and a page");
    Row door = new Row("refused at the door");
    Row later = new Row("refused after the ClientHello");
    try (Handshakes first = client(edgePort, POST_QUANTUM, false);
        Handshakes again = client(edgePort, CLASSIC, true)) {
      first.run(WARM_UP, AT_ONCE);
      again.run(2 * WARM_UP, AT_ONCE);
    }
    RawClient.refused(refusals, BareEdge.REFUSED, edgePort, new byte[0]);
    RawClient.refused(refusals, BareEdge.REFUSED_LATER, edgePort, hello);
    for (int round = 0; round < rounds; round++) {
      both(full, POST_QUANTUM, false);
      both(classic, CLASSIC, false);
      both(resumed, CLASSIC, true);
      refused(door, BareEdge.REFUSED, new byte[0]);
      refused(later, BareEdge.REFUSED_LATER, hello);
    }
    Row.print(System.out, full, classic, resumed);
    Row.printShares(System.out, full, door, later);
  }

  private void both(Row row, String group, boolean resume) throws Exception {
    int count = resume ? 2 * handshakes : handshakes;
    try (Handshakes client = client(nginx.port(), group, resume)) {
      client.run(AT_ONCE, AT_ONCE); // the first of those that resume is full
      double before = nginx.cpuSeconds();
      check(count, client.run(count, AT_ONCE), "nginx: " + row);
      row.baseline((nginx.cpuSeconds() - before) / count);
    }
    try (Handshakes client = client(edgePort, group, resume)) {
      client.run(AT_ONCE, AT_ONCE);
      edge.ask();
      double before = edge.cpuSeconds();
      check(count, client.run(count, AT_ONCE), "edge: " + row);
      row.ours((edge.cpuSeconds() - before) / count);
    }
    check(count, counted()[resume ? 1 : 0], "counted by the edge: " + row);
  }

  private void refused(Row row, String from, byte[] words) throws IOException {
    edge.ask();
    double before = edge.cpuSeconds();
    check(refusals, RawClient.refused(refusals, from, edgePort, words), row.toString());
    row.ours((edge.cpuSeconds() - before) / refusals);
    check(0, counted()[0], "handshakes, thus signatures: " + row);
  }

  private Handshakes client(int port, String group, boolean resume) {
    return resume ? Handshakes.resuming(port, authority) : Handshakes.full(port, authority, group);
  }

  /** Full handshakes, resumed ones, refusals, failures. */
  private int[] counted() throws IOException {
    return Arrays.stream(edge.ask().split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static void check(int expected, int actual, String what) {
    if (actual != expected) {
      System.out.printf("! %s: %d of %d%n", what, actual, expected);
    }
  }
}
