package eu.rempart.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;

/**
 * Has a virtual machine open no connection: a file may name an address, and a library that reads it
 * may go there, which would tell whoever made the file that somebody reads it, and from where. Also
 * no name is looked up, since a name itself can tell. The virtual machine makes one by its name.
 */
public final class NoNetwork extends SelectorProvider {

  /** What Java is told before it starts. */
  static final List<String> OPTIONS =
      List.of(
          "-Djdk.net.hosts.file=/dev/null",
          "-Djava.nio.channels.spi.SelectorProvider=" + NoNetwork.class.getName());

  /** For the virtual machine. */
  public NoNetwork() {}

  /** Refuses what the options do not reach; once in the life of a process. */
  @SuppressWarnings("deprecation") // nothing has come in the place of these
  static void begin() throws IOException {
    Socket.setSocketImplFactory(
        () -> {
          throw new UncheckedIOException(refused());
        });
    ServerSocket.setSocketFactory(
        () -> {
          throw new UncheckedIOException(refused());
        });
  }

  private static SocketException refused() {
    return new SocketException("there is no network for what looks into files");
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    throw refused();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    throw refused();
  }

  @Override
  public Pipe openPipe() throws IOException {
    throw refused();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    throw refused();
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    throw refused();
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    throw refused();
  }
}
