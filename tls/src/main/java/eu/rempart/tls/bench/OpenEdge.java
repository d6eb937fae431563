package eu.rempart.tls.bench;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** An edge in this process that lets everybody in. */
public final class OpenEdge {

  private OpenEdge() {}

  /**
   * Starts one that ends with the process.
   *
   * @param home whose certificate it shows
   * @param backend the socket where the bytes go
   * @return its port on loopback
   */
  public static int start(Path home, Path backend) throws BindException {
    Everybody everybody = new Everybody();
    return new EdgeServer(
            EdgeSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            ServerTls.open(TlsSettings.in(home)),
            Backend.unixSocket(backend),
            everybody,
            everybody)
        .open()
        .getPort();
  }

  private static final class Everybody implements ConnectionGate, EdgeListener {
    @Override
    public Verdict admit(long high, long low) {
      return Verdict.PASS;
    }

    @Override
    public Verdict handshake(long high, long low, boolean resumes, double load) {
      return Verdict.PASS;
    }

    @Override
    public void ended(long high, long low) {
      // nothing is counted here, nor below
    }

    @Override
    public void refused(long high, long low, Verdict why) {}

    @Override
    public void shookHands(long high, long low, Handshake handshake) {}

    @Override
    public void handshakeFailed(long high, long low, String reason) {}

    @Override
    public void closed(long high, long low, long received, long sent) {}
  }
}
