package eu.rempart.tls.serve;

import eu.rempart.tls.proxy.ProxyHeader;
import eu.rempart.tls.proxy.ProxyHeaderException;
import eu.rempart.tls.proxy.ProxyHeaderReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A backend on a Unix socket: reads the PROXY header, and then does what the test wants. */
public final class TestBackend implements AutoCloseable {

  /** What a backend says to one client. */
  public interface Talk {
    void with(SocketChannel client, ByteBuffer first) throws IOException;
  }

  public final BlockingQueue<ProxyHeader> headers = new LinkedBlockingQueue<>();
  private final ServerSocketChannel listening;
  private final Path path;
  private final Thread accepting;

  public TestBackend(Path path, Talk talk) throws IOException {
    this.path = path;
    listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listening.bind(UnixDomainSocketAddress.of(path), 1024);
    accepting = Thread.ofVirtual().start(() -> accept(talk));
  }

  public Backend backend() {
    return Backend.unixSocket(path);
  }

  /** Sends everything back. */
  public static void echo(SocketChannel client, ByteBuffer first) throws IOException {
    ByteBuffer bytes = first;
    do {
      while (bytes.hasRemaining()) {
        client.write(bytes);
      }
      bytes.clear();
    } while (client.read(bytes) >= 0 && bytes.flip() != null);
  }

  private void accept(Talk talk) {
    while (listening.isOpen()) {
      try {
        SocketChannel client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client, talk));
      } catch (ClosedChannelException ended) {
        return;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private void serve(SocketChannel client, Talk talk) {
    try (client) {
      ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
      Optional<ProxyHeader> header = Optional.empty();
      while (header.isEmpty()) {
        if (client.read(bytes) < 0) {
          return;
        }
        bytes.flip();
        header = ProxyHeaderReader.read(bytes);
        bytes.compact();
      }
      headers.add(header.get());
      talk.with(client, bytes.flip());
    } catch (IOException theClientWentAway) {
      // which the test sees on the other side
    } catch (ProxyHeaderException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /**
   * Returns once the socket takes no connection any more: closing the channel alone only wakes the
   * thread that accepts, which on a busy machine may still take the next connection and serve it.
   */
  @Override
  public void close() throws IOException {
    listening.close();
    try {
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the listener of " + path + " ended");
    }
  }
}
