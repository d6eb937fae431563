package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.proxy.ProxyHeaderWriter;
import eu.rempart.tls.proxy.TlsFacts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Passes bytes between a client and the backend, as fast as the slower of them takes them: who
 * can't write lets the other not read, so that no more waits here than the marks of the two
 * channels allow. Runs on one event loop, on which both channels are.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class Tunnel {
  private static final System.Logger log = System.getLogger(Tunnel.class.getName());

  /** A listening queue that is full for a moment is no reason to lose a client. */
  private static final int TRIES = 5;

  private static final long RETRY_MILLIS = 50;

  private final Visit visit;
  private final SslHandler tls;
  private final Handshake handshake;
  private final Channel client;
  private final Opening opening;

  /** What the client sent before the backend was there, as with its Finished. */
  private final Queue<ByteBuf> early = new ArrayDeque<>();

  private @Nullable Channel backend;
  private boolean clientEnded;
  private boolean backendEnded;

  Tunnel(Visit visit, SslHandler tls, Handshake handshake) {
    this.visit = visit;
    this.tls = tls;
    this.handshake = handshake;
    this.client = visit.channel;
    this.opening = new Opening(visit, "h2".equals(tls.applicationProtocol()));
  }

  ChannelInboundHandlerAdapter clientEnd() {
    return new ClientEnd(this);
  }

  void open() {
    client.config().setAutoRead(false);
    client.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    opening.begin();
    connect(1);
  }

  private void connect(int attempt) {
    Way way = visit.parts().backend().way(visit.source(), attempt);
    Channel next = way.newChannel();
    Marks.set(next);
    next.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    next.pipeline().addLast(new BackendEnd(this));
    // Registered and connected within one turn of the event loop.
    client.eventLoop().register(next);
    next.connect(way.address())
        .addListener(
            (ChannelFutureListener)
                future -> {
                  if (future.isSuccess()) {
                    way.ready(next).addListener(ready -> connected(ready, next, way, attempt));
                  } else {
                    connected(future, next, way, attempt);
                  }
                });
  }

  private void connected(Future<?> ready, Channel next, Way way, int attempt) {
    if (!ready.isSuccess()) {
      way.failed(ready.cause());
      next.close();
    }
    if (!client.isActive()) {
      next.close();
      dropEarly();
    } else if (ready.isSuccess()) {
      begin(next);
    } else if (attempt < TRIES) {
      client
          .eventLoop()
          .schedule(() -> connect(attempt + 1), RETRY_MILLIS * attempt, TimeUnit.MILLISECONDS);
    } else {
      log.log(
          System.Logger.Level.ERROR,
          "The backend {0} takes no connection: {1}",
          way.address(),
          ready.cause());
      dropEarly();
      client.close();
    }
  }

  private void begin(Channel connected) {
    backend = connected;
    TlsFacts facts =
        new TlsFacts(
            handshake.protocol(),
            handshake.cipher(),
            tls.applicationProtocol(),
            visit.serverName,
            handshake.group(),
            visit.ja4);
    connected.write(
        Unpooled.wrappedBuffer(
            ProxyHeaderWriter.write(visit.source(), visit.destination(), facts)));
    while (!early.isEmpty()) {
      connected.write(early.remove());
    }
    connected.flush();
    if (clientEnded) {
      endOutput(connected);
    }
    client.config().setAutoRead(connected.isWritable());
  }

  /** Decrypted bytes of the client. */
  void fromClient(ByteBuf bytes) {
    visit.received += bytes.readableBytes();
    opening.sent(bytes);
    Channel to = backend;
    if (to == null) {
      early.add(bytes);
    } else if (backendEnded || !to.isActive()) {
      bytes.release();
    } else {
      to.write(bytes);
    }
  }

  void fromClientComplete() {
    Channel to = backend;
    if (to != null) {
      to.flush();
      pace(to, client);
    }
  }

  void fromBackend(ByteBuf bytes) {
    visit.sent += bytes.readableBytes();
    opening.answered();
    client.writeAndFlush(bytes);
    Channel from = backend;
    if (from != null) {
      pace(client, from);
    }
  }

  void clientWritable() {
    Channel from = backend;
    if (from != null) {
      pace(client, from);
    }
  }

  void backendWritable() {
    Channel to = backend;
    if (to != null) {
      pace(to, client);
    }
  }

  /** One side reads only while the other takes it. */
  private static void pace(Channel to, Channel from) {
    from.config().setAutoRead(to.isWritable());
  }

  /** The client sends no more; it may go on reading. */
  void clientEnded() {
    clientEnded = true;
    Channel to = backend;
    if (to != null) {
      endOutput(to);
    }
  }

  /** TLS can't answer any more; the backend still gets to know what came before. */
  void clientSaidFarewell() {
    clientEnded();
    visit.deadline(visit.parts().settings().times().linger(), client::close);
  }

  private static void endOutput(Channel channel) {
    if (channel.isActive() && channel instanceof DuplexChannel duplex) {
      channel
          .writeAndFlush(Unpooled.EMPTY_BUFFER)
          .addListener(
              _ -> {
                if (!duplex.isOutputShutdown()) {
                  duplex.shutdownOutput();
                }
              });
    }
  }

  void clientGone() {
    opening.over();
    dropEarly();
    Channel to = backend;
    if (to == null) {
      return;
    }
    if (to.isWritable()) {
      to.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    } else {
      to.close(); // it doesn't read, so that waiting for it might take for ever
    }
  }

  /**
   * The backend sends no more: after what is unsent follow TLS' farewell and the end of the stream.
   * The client is read on for a moment, since closing on unread bytes would reset the connection
   * and with it what it hasn't read.
   */
  void backendEnded() {
    if (backendEnded || backend == null) {
      return;
    }
    backendEnded = true;
    opening.over();
    if (!client.isActive()) {
      return;
    }
    visit.deadline(visit.parts().settings().times().idle(), client::close);
    tls.closeOutbound()
        .addListener(
            _ -> {
              if (client instanceof DuplexChannel duplex && client.isActive()) {
                duplex.shutdownOutput();
                visit.deadline(visit.parts().settings().times().linger(), client::close);
              }
            });
    client.config().setAutoRead(true);
  }

  /** The backend reset the connection; before it was ready another way is tried. */
  void backendFailed() {
    if (backend != null) {
      failed();
    }
  }

  void failed() {
    visit.reset();
    clientGone();
  }

  private void dropEarly() {
    while (!early.isEmpty()) {
      early.remove().release();
    }
  }
}
