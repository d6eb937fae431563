package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.TlsProfile;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of bytes on their way, whatever the two ends do. */
class TunnelTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int SLOW_READERS = 8;
  private static final long DOWNLOAD = 200L * MEGABYTE;

  @TempDir private Path home;

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void whatComesWithTheClientsFinishedReachesTheBackend(TlsProfile profile) throws Exception {
    try (TestEdge edge = new TestEdge(home, profile, TestBackend::echo, it -> it);
        EngineClient client = new EngineClient(edge.client.engine("crm.example"), edge.port())) {
      byte[] request = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

      client.shakeHandsAndSend(request);

      assertThat(client.read(request.length)).isEqualTo(request);
    }
  }

  @Test
  void theBackendsLastBytesArriveBeforeItsEnd() throws Exception {
    try (TestEdge edge = new TestEdge(home, (client, first) -> send(client, 5L * MEGABYTE));
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      assertThat(readToTheEnd(socket.getInputStream())).isEqualTo(5L * MEGABYTE);
    }
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void theClientsLastBytesArriveBeforeItsEnd(TlsProfile profile) throws Exception {
    BlockingQueue<Long> counted = new LinkedBlockingQueue<>();
    try (TestEdge edge =
        new TestEdge(
            home,
            profile,
            (client, first) -> counted.add(first.remaining() + readToTheEnd(client)),
            it -> it)) {
      try (SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
        socket.getOutputStream().write(new byte[3 * MEGABYTE]);
      }

      assertThat(Heard.next(counted)).isEqualTo(3L * MEGABYTE);
    }
  }

  @Test
  void manyMegabytesBothWaysAtOnceArriveAsTheyWere() throws Exception {
    try (TestEdge edge = new TestEdge(home, TestBackend::echo);
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      socket.startHandshake();
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 20; i++) {
                        socket.getOutputStream().write(pattern(i));
                      }
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  });
      for (int i = 0; i < 20; i++) {
        assertThat(socket.getInputStream().readNBytes(MEGABYTE)).isEqualTo(pattern(i));
      }
      writer.join();
    }
  }

  /** Eight clients ask for 200 MB each and read nothing: the backend stands, memory stays. */
  @Test
  void clientsThatDoNotReadCostNoMemory() throws Exception {
    CountDownLatch standing = new CountDownLatch(SLOW_READERS);
    List<SSLSocket> clients = new ArrayList<>();
    try (TestEdge edge =
        new TestEdge(home, (client, first) -> sendAndTellWhenStanding(client, standing))) {
      long before = directMemory();
      for (int i = 0; i < SLOW_READERS; i++) {
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3");
        clients.add(socket);
        assertThat(socket.getInputStream().read()).isZero();
      }
      standing.await();

      assertThat(directMemory() - before).isLessThan(SLOW_READERS * (long) MEGABYTE);
      assertThat(readToTheEnd(clients.getFirst().getInputStream())).isEqualTo(DOWNLOAD - 1);
    } finally {
      for (SSLSocket socket : clients) {
        socket.close();
      }
    }
  }

  @Test
  void aClientThatResetsEndsTheBackendsConnection() throws Exception {
    BlockingQueue<Long> counted = new LinkedBlockingQueue<>();
    try (TestEdge edge =
        new TestEdge(
            home, (client, first) -> counted.add(first.remaining() + readToTheEnd(client)))) {
      SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3");
      socket.getOutputStream().write('x');
      Heard.next(edge.backend.headers);
      socket.setSoLinger(true, 0);
      socket.close();

      Heard.next(counted);
      Heard.next(edge.heard.closed);
    }
  }

  @Test
  void aBackendThatIsAwayEndsTheConnectionInOrder() throws Exception {
    try (TestEdge edge = new TestEdge(home, TestBackend::echo)) {
      edge.backend.close();
      try (SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
        socket.startHandshake();

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  private static byte[] pattern(int seed) {
    byte[] bytes = new byte[MEGABYTE];
    new java.util.Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static void send(SocketChannel client, long bytes) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(64 * 1024);
    for (long left = bytes; left > 0; ) {
      zeros.clear().limit((int) Math.min(left, zeros.capacity()));
      left -= zeros.remaining();
      while (zeros.hasRemaining()) {
        client.write(zeros);
      }
    }
  }

  /** As {@link #send}; tells once that nothing goes out any more, and goes on when it does. */
  private static void sendAndTellWhenStanding(SocketChannel client, CountDownLatch standing)
      throws IOException {
    client.configureBlocking(false);
    boolean told = false;
    ByteBuffer zeros = ByteBuffer.allocate(64 * 1024);
    try (Selector selector = Selector.open()) {
      client.register(selector, SelectionKey.OP_WRITE);
      for (long left = DOWNLOAD; left > 0; ) {
        if (selector.select(500) == 0 && !told) {
          told = true;
          standing.countDown();
        }
        selector.selectedKeys().clear();
        zeros.clear().limit((int) Math.min(left, zeros.capacity()));
        left -= client.write(zeros);
      }
    }
  }

  private static long readToTheEnd(InputStream in) throws IOException {
    long count = 0;
    byte[] bytes = new byte[64 * 1024];
    for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
      count += read;
    }
    return count;
  }

  private static long readToTheEnd(SocketChannel client) {
    try {
      long count = 0;
      ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
      for (int read = client.read(bytes); read >= 0; read = client.read(bytes.clear())) {
        count += read;
      }
      return count;
    } catch (IOException reset) {
      return -1;
    }
  }

  private static long directMemory() {
    return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory();
  }
}
