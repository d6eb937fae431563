package eu.rempart.bench.edge;

import eu.rempart.RempartApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** The product behind a balancer, in a process of its own, with an administrator and a firm. */
final class FloodServer implements AutoCloseable {

  static final String EMAIL = "bench@rempart.example";

  /** Nobody else gets to know the folder or the port; it need not be a secret. */
  static final String PASSWORD = "only a benchmark, 4 words and more";

  private static final String READY = "Rempart is ready at https://localhost:";

  /** What is left of the heap after each collection. */
  private static final Pattern COLLECTED = Pattern.compile("->(\\d+)M\\(");

  private final ServerProcess process;
  private final int port;
  private final Path collections;
  private final SSLContext trust;

  private FloodServer(ServerProcess process, int port, Path collections, SSLContext trust) {
    this.process = process;
    this.port = port;
    this.collections = collections;
    this.trust = trust;
  }

  static FloodServer start(Path home) throws IOException, GeneralSecurityException {
    Path collections = home.resolve("gc.log");
    ServerProcess process =
        ServerProcess.java(
            List.of("-Xmx768m", "-Xlog:gc:file=" + collections),
            RempartApplication.class,
            "--rempart.home=" + home.resolve("home"),
            "--server.port=0",
            "--rempart.demo=true",
            "--rempart.edge.balancers=127.0.0.0/8",
            "--logging.level.root=error",
            "--REMPART_ADMIN_EMAIL=" + EMAIL,
            "--REMPART_ADMIN_PASSWORD=" + PASSWORD);
    String address = process.await(READY);
    int port = Integer.parseInt(address.substring(READY.length()).strip());
    SSLContext trust = OwnAuthority.trusting(home.resolve("home/tls/ca.pem"));
    trust.getClientSessionContext().setSessionCacheSize(1); // as good as none: each comes afresh
    return new FloodServer(process, port, collections, trust);
  }

  int port() {
    return port;
  }

  Browsing browse(InetAddress source) throws IOException {
    return new Browsing(port, source, trust);
  }

  /** Of the product alone, without its PostgreSQL. */
  double cpuSeconds() {
    return process.cpuSecondsAlone();
  }

  /**
   * What it takes.
   *
   * @param heap what the last collection left, in megabytes
   * @param resident in megabytes
   */
  record Memory(long heap, long resident) {}

  Memory memory() throws IOException {
    Matcher left = COLLECTED.matcher(Files.readString(collections));
    long heap = 0;
    while (left.find()) {
      heap = Long.parseLong(left.group(1));
    }
    return new Memory(heap, process.residentKilobytes() >> 10);
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
