package eu.rempart.tls.bench;

import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.Way;
import io.netty.buffer.Unpooled;
import io.netty.channel.AbstractChannel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A backend in memory that gives the same small answer to the first bytes of a connection, and
 * takes the rest in silence: it costs no system call.
 */
final class Nowhere implements Backend, Way {
  private static final byte[] ANSWER =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final SocketAddress ADDRESS =
      new SocketAddress() {
        private static final long serialVersionUID = 1;
      };

  @Override
  public Way way(InetSocketAddress source, int attempt) {
    return this;
  }

  @Override
  public Channel newChannel() {
    return new Sink();
  }

  @Override
  public SocketAddress address() {
    return ADDRESS;
  }

  @Override
  public Future<?> ready(Channel connected) {
    return connected.newSucceededFuture();
  }

  @Override
  public void failed(Throwable cause) {
    throw new IllegalStateException("this backend takes everything", cause);
  }

  private static final class Sink extends AbstractChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);
    private final ChannelConfig config = new DefaultChannelConfig(this);
    private boolean connected;
    private boolean asked;
    private boolean wanted;
    private boolean answered;
    private volatile boolean closed;

    Sink() {
      super(null);
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
      return new AbstractUnsafe() {
        @Override
        public void connect(SocketAddress to, SocketAddress from, ChannelPromise promise) {
          connected = true;
          promise.trySuccess();
          pipeline().fireChannelActive();
        }
      };
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer unsent) {
      while (unsent.current() != null) {
        unsent.remove();
      }
      asked = true;
      answer();
    }

    /** Once somebody asked, and somebody reads. */
    private void answer() {
      if (asked && wanted && !answered) {
        answered = true;
        eventLoop()
            .execute(
                () -> {
                  pipeline().fireChannelRead(Unpooled.wrappedBuffer(ANSWER));
                  pipeline().fireChannelReadComplete();
                });
      }
    }

    @Override
    protected void doClose() {
      closed = true;
    }

    @Override
    public boolean isOpen() {
      return !closed;
    }

    @Override
    public boolean isActive() {
      return connected && !closed;
    }

    @Override
    public ChannelConfig config() {
      return config;
    }

    @Override
    public ChannelMetadata metadata() {
      return METADATA;
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
      return true;
    }

    @Override
    protected void doRegister(ChannelPromise promise) {
      promise.setSuccess();
    }

    @Override
    protected void doDeregister() {
      // it is registered with nothing
    }

    @Override
    protected void doBeginRead() {
      wanted = true;
      answer();
    }

    @Override
    protected void doBind(SocketAddress address) {
      // it has no address
    }

    @Override
    protected void doDisconnect() {
      doClose();
    }

    @Override
    protected @Nullable SocketAddress localAddress0() {
      return null;
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
      return null;
    }
  }
}
