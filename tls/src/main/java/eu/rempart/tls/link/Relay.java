package eu.rempart.tls.link;

import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.Way;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * On a node: passes an edge's tunnel on to the backend, and back. The edge has judged what comes;
 * here bytes are only moved, each side reading only while the other takes it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class Relay {
  private static final WriteBufferWaterMark MARKS = new WriteBufferWaterMark(32 * 1024, 64 * 1024);

  private final Channel edge;
  private final SslHandler tls;

  /** What the edge sent before the backend was there. */
  private final Queue<ByteBuf> early = new ArrayDeque<>();

  /** Null until it is connected. */
  private @Nullable Channel backend;

  private boolean edgeEnded;

  Relay(Channel edge, SslHandler tls) {
    this.edge = edge;
    this.tls = tls;
  }

  ChannelHandler edgeEnd() {
    return new End() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object message) {
        fromEdge((ByteBuf) message);
      }

      @Override
      public void channelReadComplete(ChannelHandlerContext ctx) {
        Channel to = backend;
        if (to != null) {
          to.flush();
          pace(to, edge);
        }
      }

      @Override
      public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        Channel from = backend;
        if (from != null) {
          pace(edge, from);
        }
      }

      @Override
      void ended() {
        edgeEnded = true;
        Channel to = backend;
        if (to != null) {
          endOutput(to);
        }
      }

      @Override
      void gone() {
        dropEarly();
        Channel to = backend;
        if (to != null) {
          closeAfterFlush(to);
        }
      }
    };
  }

  private ChannelHandler backendEnd() {
    return new End() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object message) {
        edge.writeAndFlush(message);
        pace(edge, ctx.channel());
      }

      @Override
      public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        pace(ctx.channel(), edge);
      }

      // what is unsent goes first, then TLS' farewell, then the end of the stream
      @Override
      void ended() {
        if (edge.isActive()) {
          tls.closeOutbound().addListener(_ -> shutdownOutput(edge));
          edge.config().setAutoRead(true);
        }
      }

      @Override
      void gone() {
        ended();
      }
    };
  }

  void open(Backend to) {
    edge.config().setAutoRead(false);
    edge.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    edge.config().setWriteBufferWaterMark(MARKS);
    Way way = to.way((InetSocketAddress) edge.remoteAddress(), 1);
    Channel next = way.newChannel();
    next.config().setWriteBufferWaterMark(MARKS);
    next.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    next.pipeline().addLast(backendEnd());
    edge.eventLoop().register(next);
    next.connect(way.address())
        .addListener(
            (ChannelFutureListener)
                future -> {
                  if (future.isSuccess() && edge.isActive()) {
                    begin(next);
                  } else {
                    dropEarly();
                    next.close();
                    edge.close();
                  }
                });
  }

  private void begin(Channel connected) {
    backend = connected;
    while (!early.isEmpty()) {
      connected.write(early.remove());
    }
    connected.flush();
    if (edgeEnded) {
      endOutput(connected);
    }
    pace(connected, edge);
  }

  private void fromEdge(ByteBuf bytes) {
    Channel to = backend;
    if (to == null) {
      early.add(bytes);
    } else {
      to.write(bytes); // released where it is closed
    }
  }

  private static void pace(Channel to, Channel from) {
    from.config().setAutoRead(to.isWritable());
  }

  private static void endOutput(Channel channel) {
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> shutdownOutput(channel));
  }

  private static void shutdownOutput(Channel channel) {
    if (channel instanceof DuplexChannel duplex
        && channel.isActive()
        && !duplex.isOutputShutdown()) {
      duplex.shutdownOutput();
    }
  }

  private static void closeAfterFlush(Channel channel) {
    if (channel.isActive() && channel.isWritable()) {
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    } else {
      channel.close(); // it doesn't read, so that waiting for it might take for ever
    }
  }

  private void dropEarly() {
    while (!early.isEmpty()) {
      early.remove().release();
    }
  }

  /** What both ends have in common. */
  private abstract static class End extends ChannelInboundHandlerAdapter {
    private boolean over;

    /** The other side sends no more. */
    abstract void ended();

    /** The channel is closed. */
    abstract void gone();

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      boolean end =
          event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent;
      if (end && !over) {
        over = true;
        ended();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      gone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close(); // the peer's reset; the other side hears of it by the end
    }
  }
}
