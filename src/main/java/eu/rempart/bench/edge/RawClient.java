package eu.rempart.bench.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Connects, says what it was given, and waits to be thrown out, many connections at a time as in a
 * flood: it does no cryptography.
 */
final class RawClient {

  private static final int AT_ONCE = 64;

  private RawClient() {}

  /** A ClientHello as the JDK makes it. */
  static byte[] hello() {
    try {
      SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
      engine.setUseClientMode(true);
      ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(ByteBuffer.allocate(0), hello);
      hello.flip();
      byte[] bytes = new byte[hello.remaining()];
      hello.get(bytes);
      return bytes;
    } catch (NoSuchAlgorithmException | SSLException impossible) {
      throw new IllegalStateException("The JDK makes no ClientHello", impossible);
    }
  }

  /**
   * Is refused so often.
   *
   * @param from an address of loopback
   * @param words sent first; may be empty
   * @return how often not a byte came back
   */
  static int refused(int count, String from, int port, byte[] words) throws IOException {
    InetSocketAddress source = new InetSocketAddress(InetAddress.ofLiteral(from), 0);
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    int refused = 0;
    for (int done = 0; done < count; done += AT_ONCE) {
      List<SocketChannel> wave = new ArrayList<>();
      for (int i = done; i < Math.min(count, done + AT_ONCE); i++) {
        wave.add(knock(source, server, words));
      }
      for (SocketChannel channel : wave) {
        refused += isRefused(channel) ? 1 : 0;
      }
    }
    return refused;
  }

  private static SocketChannel knock(
      InetSocketAddress source, InetSocketAddress server, byte[] words) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.bind(source);
    try {
      channel.connect(server);
      channel.write(ByteBuffer.wrap(words));
    } catch (IOException reset) {
      // refused already, which reading tells
    }
    return channel;
  }

  private static boolean isRefused(SocketChannel channel) throws IOException {
    try (channel) {
      return channel.read(ByteBuffer.allocate(16)) <= 0;
    } catch (IOException reset) {
      return true;
    }
  }
}
