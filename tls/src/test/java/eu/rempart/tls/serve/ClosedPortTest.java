package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TestTls;
import eu.rempart.tls.TlsProfile;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port of an edge that has stopped to listen, on a machine that has more to do. */
class ClosedPortTest {
  private static final int ROUNDS = 100;
  private static final int OTHERS = 4;

  @TempDir Path home;

  private final AtomicBoolean over = new AtomicBoolean();

  /** As what else runs on the machine does: the edge's own thread comes late. */
  private void spin() {
    while (!over.get()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void nobodyConnectsFromTheMomentOn() throws Exception {
    ServerTls tls = TestTls.open(home, TlsProfile.STANDARD);
    try (ExecutorService others = Executors.newFixedThreadPool(OTHERS)) {
      for (int i = 0; i < OTHERS; i++) {
        others.execute(this::spin);
      }
      try {
        for (int i = 0; i < ROUNDS; i++) {
          openAndStop(tls);
        }
      } finally {
        over.set(true);
      }
    }
  }

  private void openAndStop(ServerTls tls) throws Exception {
    HandGate gate = new HandGate();
    InetAddress here = InetAddress.getLoopbackAddress();
    try (EdgeServer edge =
        new EdgeServer(
            EdgeSettings.on(new InetSocketAddress(here, 0)),
            tls,
            Backend.unixSocket(home.resolve("nobody")),
            gate,
            new Heard())) {
      int port = edge.open().getPort();
      new Socket(here, port).close();

      edge.stopListening();

      assertThatThrownBy(() -> new Socket(here, port).close()).isInstanceOf(ConnectException.class);
    }
  }
}
