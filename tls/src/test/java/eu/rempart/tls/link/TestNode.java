package eu.rempart.tls.link;

import eu.rempart.tls.RevocationCheck;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.serve.TestBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A node whose backend says its name, one letter, and then sends everything back. */
final class TestNode implements AutoCloseable {
  final TestBackend backend;
  final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private final Path home;
  private final ServerTls tls;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  volatile NodeListener listener;
  volatile NodeState state = NodeState.READY;
  private InetSocketAddress address;

  TestNode(String name, Path home, ServerTls tls) throws IOException {
    this.home = home;
    this.tls = tls;
    byte[] letter = name.getBytes(StandardCharsets.US_ASCII);
    backend =
        new TestBackend(
            home.resolve(name),
            (client, first) -> {
              client.write(ByteBuffer.wrap(letter));
              TestBackend.echo(client, first);
            });
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    listener = listen();
    var _ =
        clock.scheduleAtFixedRate(
            () -> listener.publishState(state), 0, 200, TimeUnit.MILLISECONDS);
  }

  private NodeListener listen() throws IOException {
    NodeListener begun =
        new NodeListener(
            address,
            tls,
            RevocationCheck.ofMachines(home),
            backend.backend(),
            (edge, report, copy) ->
                reports.add(
                    edge
                        + (copy ? " copies " : " reports ")
                        + new String(report, StandardCharsets.US_ASCII)));
    address = begun.open();
    return begun;
  }

  NodeAddress address() {
    return new NodeAddress("localhost", address.getPort());
  }

  /** Ends without a word, as a process that is killed. */
  void kill() {
    listener.close();
  }

  void comeBack() throws IOException {
    listener = listen();
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    listener.close();
    backend.close();
  }
}
