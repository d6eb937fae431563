package eu.rempart.attack;

import eu.rempart.tls.gate.Source;
import eu.rempart.tls.proxy.ProxyHeaderWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Somebody at an address anywhere; the balancer says so. Keeps tickets from visit to visit. */
final class Visitor {

  /** In milliseconds; ends a test that would wait for ever. */
  private static final int PATIENCE = 60_000;

  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 443);

  /** In bytes; the system may double it. */
  private static final int NARROW = 8 * 1024;

  private static final int LARGEST_RECORD = 17 * 1024;

  private final Target target;
  private final Source source;
  private final SSLContext tls;

  Visitor(Target target, Source source, SSLContext tls) {
    this.target = target;
    this.source = source;
    this.tls = tls;
  }

  Source source() {
    return source;
  }

  /** The balancer's header. */
  static byte[] header(Source source) {
    return ProxyHeaderWriter.write(new InetSocketAddress(source.address(), 40_000), SERVER, null);
  }

  /** Connects, and has sent nothing but the balancer's header. */
  Socket knock() throws IOException {
    return knock(new Socket());
  }

  private Socket knock(Socket socket) throws IOException {
    socket.connect(new InetSocketAddress(Target.BALANCER, target.port()));
    socket.setSoTimeout(PATIENCE);
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(header(source));
    return socket;
  }

  /** Connects and shakes hands. */
  Conversation open() throws IOException {
    return shakeHands(knock());
  }

  /** As {@link #open}, with hardly any room for what the server sends. */
  Conversation openNarrowly() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(NARROW);
    return shakeHands(knock(socket));
  }

  private Conversation shakeHands(Socket connected) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            tls.getSocketFactory().createSocket(connected, "localhost", target.port(), true);
    try {
      socket.startHandshake();
      return new Conversation(socket);
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }

  /** The answer to one request on a connection of its own. */
  Answer get(String path, String... headers) throws IOException {
    try (Conversation conversation = open()) {
      return conversation.get(path, headers);
    }
  }

  /** Whether a request is answered; false where the connection is refused. */
  boolean isServed() {
    try {
      return get("/health/live").status() == 200;
    } catch (IOException refused) {
      return false;
    }
  }

  /**
   * A ClientHello that anybody may send as often as they like; after a visit it has the ticket of
   * that.
   */
  byte[] hello() throws SSLException {
    return hello(tls.createSSLEngine("localhost", target.port()));
  }

  /** One without a ticket, which therefore costs a signature each time. */
  byte[] helloOfAStranger() throws SSLException {
    // without host and port it knows of no former session
    SSLEngine engine = tls.createSSLEngine();
    engine.setUseClientMode(true);
    SSLParameters named = engine.getSSLParameters();
    named.setServerNames(List.of(new SNIHostName("localhost")));
    engine.setSSLParameters(named);
    return hello(engine);
  }

  private static byte[] hello(SSLEngine engine) throws SSLException {
    engine.setUseClientMode(true);
    engine.beginHandshake();
    ByteBuffer hello = ByteBuffer.allocate(LARGEST_RECORD);
    engine.wrap(ByteBuffer.allocate(0), hello);
    hello.flip();
    byte[] bytes = new byte[hello.remaining()];
    hello.get(bytes);
    return bytes;
  }
}
