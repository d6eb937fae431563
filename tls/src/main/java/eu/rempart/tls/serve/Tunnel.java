package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.http.Apology;
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
import java.util.concurrent.TimeoutException;
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
  private final FirstAnswer firstAnswer;

  /** What the client sent before the backend was there, as with its Finished. */
  private final Queue<ByteBuf> early = new ArrayDeque<>();

  private @Nullable Channel backend;
  private @Nullable Way backendWay;
  private boolean clientEnded;
  private boolean backendEnded;

  /** No backend took the connection: the client is only told so any more. */
  private boolean gaveUp;

  Tunnel(Visit visit, SslHandler tls, Handshake handshake) {
    this.visit = visit;
    this.tls = tls;
    this.handshake = handshake;
    this.client = visit.channel;
    this.opening = new Opening(visit, "h2".equals(tls.applicationProtocol()));
    this.firstAnswer = new FirstAnswer(visit, () -> header("h2"), this::silent);
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
    // a backend that refuses to read on has perhaps said why, and that is still to be read
    next.config().setOption(ChannelOption.AUTO_CLOSE, false);
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
      begin(next, way);
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
      giveUp();
    }
  }

  /** Ends the connection in order, after a moment in which the client may say what it wants. */
  private void giveUp() {
    gaveUp = true;
    if (opening.isAsked()) {
      apologise();
      return;
    }
    visit.deadline(visit.parts().settings().times().linger(), client::close);
    client.config().setAutoRead(true);
  }

  private void apologise() {
    client.writeAndFlush(opening.apology(Apology.Status.UNAVAILABLE));
    endClient();
  }

  private void begin(Channel connected, Way connectedWay) {
    backend = connected;
    backendWay = connectedWay;
    connected.write(Unpooled.wrappedBuffer(header(tls.applicationProtocol())));
    if (!early.isEmpty()) {
      firstAnswer.asked(connectedWay);
    }
    while (!early.isEmpty()) {
      connected.write(early.remove());
    }
    connected.flush();
    if (clientEnded) {
      endOutput(connected);
    }
    client.config().setAutoRead(connected.isWritable());
  }

  private byte[] header(@Nullable String protocol) {
    TlsFacts facts =
        new TlsFacts(
            handshake.protocol(),
            handshake.cipher(),
            protocol,
            visit.serverName,
            handshake.group(),
            visit.ja4);
    return ProxyHeaderWriter.write(visit.source(), visit.destination(), facts);
  }

  /** Decrypted bytes of the client. */
  void fromClient(ByteBuf bytes) {
    visit.received += bytes.readableBytes();
    boolean asked = opening.isAsked();
    opening.sent(bytes);
    Channel to = backend;
    Way there = backendWay;
    if (gaveUp) {
      bytes.release();
      if (!asked && opening.isAsked()) {
        apologise();
      }
    } else if (to == null || there == null) {
      early.add(bytes);
    } else if (backendEnded || !to.isActive()) {
      bytes.release();
    } else {
      to.write(bytes);
      firstAnswer.asked(there);
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
    firstAnswer.over();
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
    firstAnswer.over();
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
    firstAnswer.over();
    endClient();
  }

  /**
   * The backend answers nobody. What the client asked may have reached it, so that no other is
   * asked the same: it is told, where it has asked, and its connection ends in order.
   */
  private void silent() {
    Channel mute = backend;
    Way there = backendWay;
    if (mute == null || there == null || backendEnded) {
      return;
    }
    var cause = new TimeoutException("it took a connection, and answered nothing on it");
    log.log(System.Logger.Level.ERROR, "The backend {0} is silent: {1}", there.address(), cause);
    there.failed(cause);
    if (opening.isAsked()) {
      client.writeAndFlush(opening.apology(Apology.Status.SILENT));
    }
    backendEnded();
    mute.close();
  }

  private void endClient() {
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
