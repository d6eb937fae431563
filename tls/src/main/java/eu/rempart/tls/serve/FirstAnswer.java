package eu.rempart.tls.serve;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the backend's first byte on a connection. The edge can't tell a slow request from a
 * backend that takes connections and serves none; so it asks over a connection of its own, and
 * gives up only where that one is not answered either. Runs on the client's event loop.
 */
final class FirstAnswer {
  private final Visit visit;
  private final Supplier<byte[]> header;
  private final Runnable silent;
  private @Nullable Future<?> pending;
  private @Nullable Channel question;
  private boolean waiting;
  private boolean over;

  /**
   * Waits for nothing before {@link #asked}.
   *
   * @param header of the PROXY protocol, for a connection that speaks HTTP/2
   * @param silent once the backend answers nobody
   */
  FirstAnswer(Visit visit, Supplier<byte[]> header, Runnable silent) {
    this.visit = visit;
    this.header = header;
    this.silent = silent;
  }

  /** The backend got bytes of the client, over this way. */
  void asked(Way way) {
    if (!waiting && !over) {
      waiting = true;
      later(() -> ask(way));
    }
  }

  /** The backend answered, or is not waited for any more. */
  void over() {
    over = true;
    stop();
  }

  private void ask(Way way) {
    later(
        () -> {
          over();
          silent.run();
        });
    question = Question.ask(way, visit.channel.eventLoop(), header.get(), () -> lives(way));
  }

  private void lives(Way way) {
    if (!over) {
      stop();
      later(() -> ask(way));
    }
  }

  private void later(Runnable step) {
    Duration time = visit.parts().settings().times().answer();
    pending = visit.channel.eventLoop().schedule(step, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void stop() {
    Future<?> step = pending;
    if (step != null) {
      step.cancel(false);
      pending = null;
    }
    Channel open = question;
    if (open != null) {
      question = null;
      var _ = open.close();
    }
  }

  /**
   * Asks a backend whether it answers anybody: a connection of the edge's own with the preface of
   * HTTP/2, which a server answers at once with its settings and which asks for nothing (RFC 9113,
   * 3.4).
   */
  @SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
  static final class Question extends ChannelInboundHandlerAdapter {
    private static final byte[] PREFACE =
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] header;
    private final Runnable lives;
    private boolean asked;
    private boolean told;

    private Question(byte[] header, Runnable lives) {
      this.header = header;
      this.lives = lives;
    }

    /**
     * Asks; whoever asks closes the channel once it has waited enough.
     *
     * @param header of the PROXY protocol, as for a client that speaks HTTP/2
     * @param lives told once, on the event loop, if the backend answers, or takes no connection: it
     *     is ending then, and answers first what it has
     */
    static Channel ask(Way way, EventLoop loop, byte[] header, Runnable lives) {
      Channel channel = way.newChannel();
      Question question = new Question(header, lives);
      channel.pipeline().addLast(question);
      loop.register(channel);
      channel
          .connect(way.address())
          .addListener(
              (ChannelFutureListener)
                  connected -> {
                    if (connected.isSuccess()) {
                      way.ready(channel).addListener(ready -> question.begin(ready, channel));
                    } else {
                      question.begin(connected, channel);
                    }
                  });
      return channel;
    }

    private void begin(Future<?> ready, Channel channel) {
      if (ready.isSuccess()) {
        asked = true;
        channel.writeAndFlush(Unpooled.wrappedBuffer(header, PREFACE));
        return;
      }
      channel.close();
      Throwable cause = ready.cause();
      if (!(cause instanceof ConnectTimeoutException)
          && !(cause instanceof SslHandshakeTimeoutException)) {
        tell();
      }
    }

    private void tell() {
      if (!told) {
        told = true;
        lives.run();
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ReferenceCountUtil.release(message);
      tell();
    }

    /** The backend ended the connection, which is an answer. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (asked) {
        tell();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close(); // the end is told of
    }
  }
}
