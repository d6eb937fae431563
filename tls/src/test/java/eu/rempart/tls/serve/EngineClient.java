package eu.rempart.tls.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** A client that decides itself which records go into one packet. */
final class EngineClient implements AutoCloseable {
  private final SSLEngine engine;
  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
  private final ByteBuffer out = ByteBuffer.allocate(64 * 1024);
  private final ByteBuffer plain = ByteBuffer.allocate(64 * 1024);

  EngineClient(SSLEngine engine, int port) throws IOException {
    this.engine = engine;
    channel = SocketChannel.open(new InetSocketAddress("localhost", port));
    in.limit(0);
  }

  /** The bytes go out with the handshake's last message, in one write. */
  void shakeHandsAndSend(byte[] bytes) throws IOException {
    engine.beginHandshake();
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING) {
      switch (status) {
        case NEED_WRAP -> status = engine.wrap(ByteBuffer.allocate(0), out).getHandshakeStatus();
        case NEED_TASK -> {
          for (Runnable task = engine.getDelegatedTask();
              task != null;
              task = engine.getDelegatedTask()) {
            task.run();
          }
          status = engine.getHandshakeStatus();
        }
        default -> {
          flush();
          status = unwrap().getHandshakeStatus();
        }
      }
    }
    engine.wrap(ByteBuffer.wrap(bytes), out);
    flush();
  }

  byte[] read(int length) throws IOException {
    while (plain.position() < length) {
      unwrap();
    }
    return Arrays.copyOf(plain.array(), length);
  }

  private SSLEngineResult unwrap() throws IOException {
    SSLEngineResult result = engine.unwrap(in, plain);
    while (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
      in.compact();
      if (channel.read(in) < 0) {
        throw new IOException("The server ended the connection");
      }
      in.flip();
      result = engine.unwrap(in, plain);
    }
    return result;
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    out.clear();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
