package eu.rempart.tls.bench;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * An edge in a process of its own, with nothing behind it. Prints its port, and for each line on
 * its standard input what it did since the last one: full handshakes, resumed ones, refusals,
 * failures. Ends with that input.
 */
public final class BareEdge {
  /** Who comes from there is refused at the door. */
  public static final String REFUSED = "127.0.0.2";

  /** Who comes from there is refused after the ClientHello. */
  public static final String REFUSED_LATER = "127.0.0.3";

  /** Begins each line that is no log. */
  private static final String ANSWER = "> ";

  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private BareEdge() {}

  /**
   * Runs until the standard input ends.
   *
   * @param arguments the home folder, whose certificate it shows
   */
  public static void main(String[] arguments) throws IOException {
    Counters counters = new Counters();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (EdgeServer edge =
        new EdgeServer(
            EdgeSettings.on(address),
            ServerTls.open(TlsSettings.in(Path.of(arguments[0]))),
            new Nowhere(),
            new ByAddress(),
            counters)) {
      edge.warmUp(WARM_UP);
      System.out.println(ANSWER + edge.open().getPort());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        System.out.println(ANSWER + counters.take());
      }
    }
  }

  private static final class ByAddress implements ConnectionGate {
    private static final Source AT_ONCE = Source.of(InetAddress.ofLiteral(REFUSED));
    private static final Source LATER = Source.of(InetAddress.ofLiteral(REFUSED_LATER));

    @Override
    public Verdict admit(long high, long low) {
      return AT_ONCE.low() == low ? Verdict.BANNED : Verdict.PASS;
    }

    @Override
    public Verdict handshake(long high, long low, boolean resumes, double load) {
      return LATER.low() == low ? Verdict.NO_HANDSHAKE_LEFT : Verdict.PASS;
    }

    @Override
    public void ended(long high, long low) {
      // nothing is counted here
    }
  }

  private static final class Counters implements EdgeListener {
    private final LongAdder full = new LongAdder();
    private final LongAdder resumed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();

    String take() {
      return full.sumThenReset()
          + " "
          + resumed.sumThenReset()
          + " "
          + refused.sumThenReset()
          + " "
          + failed.sumThenReset();
    }

    @Override
    public void refused(long high, long low, Verdict why) {
      refused.increment();
    }

    @Override
    public void shookHands(long high, long low, Handshake handshake) {
      (handshake.resumed() ? resumed : full).increment();
    }

    @Override
    public void handshakeFailed(long high, long low, String reason) {
      failed.increment();
    }

    @Override
    public void closed(long high, long low, long received, long sent) {
      // what was sent is not measured
    }
  }
}
