package eu.rempart.tls.link;

import eu.rempart.tls.serve.TicketKeys;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * On an edge: the feed of one node, opened again for ever. A node that is silent for some seconds,
 * though it says every second that it is there, counts as gone.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class NodeFeed {
  private static final System.Logger log = System.getLogger(NodeFeed.class.getName());
  private static final int SILENT_SECONDS = 4;

  private final Node node;
  private final EventLoopGroup loop;
  private final NodesListener listener;
  private final FeedPause pause = new FeedPause();
  private volatile @Nullable Channel open;
  private volatile boolean closed;
  private boolean complained;

  NodeFeed(Node node, EventLoopGroup loop, NodesListener listener) {
    this.node = node;
    this.loop = loop;
    this.listener = listener;
  }

  /** The name is looked up on a thread that may wait: all feeds share the event loop. */
  void open() {
    Thread.ofVirtual()
        .name("look-up")
        .start(
            () -> {
              node.lookUp();
              loop.execute(this::connect);
            });
  }

  private void connect() {
    if (closed) {
      return;
    }
    if (!node.isKnown()) {
      again();
      return;
    }
    Channel channel = node.newChannel(LinkTls.FEED);
    MessageCodec.addTo(channel.pipeline());
    channel.pipeline().addLast(new Heard());
    channel.closeFuture().addListener(_ -> lost());
    loop.register(channel);
    channel
        .connect(node.address())
        .addListener(
            connected -> {
              if (connected.isSuccess()) {
                pause.answered();
                node.ready(channel).addListener(ready -> begun(channel, ready.cause()));
              } else {
                begun(channel, connected.cause());
              }
            });
  }

  private void begun(Channel channel, @Nullable Throwable failure) {
    if (failure != null) {
      if (!complained) {
        complained = true;
        log.log(
            System.Logger.Level.WARNING,
            "The node {0} is out of reach; it is tried on and on: {1}",
            node.name(),
            failure);
      }
      channel.close();
      return;
    }
    channel.pipeline().addFirst(new ReadTimeoutHandler(SILENT_SECONDS, TimeUnit.SECONDS));
    open = channel;
  }

  private void lost() {
    open = null;
    node.state(NodeState.AWAY);
    again();
  }

  private void again() {
    if (!closed && !loop.isShuttingDown()) {
      loop.schedule(this::open, pause.next().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  boolean isOpen() {
    return open != null;
  }

  boolean report(Message message) {
    Channel channel = open;
    if (channel == null || !channel.isWritable()) {
      return false;
    }
    channel.writeAndFlush(message);
    return true;
  }

  void close() {
    closed = true;
    Channel channel = open;
    if (channel != null) {
      channel.close().awaitUninterruptibly();
    }
  }

  private final class Heard extends SimpleChannelInboundHandler<Message> {

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Message message) {
      pause.heard();
      complained = false;
      byte[] content = message.content();
      switch (message.kind()) {
        case STATE -> node.state(NodeState.of(content));
        case TICKETS -> tickets(content);
        case RULES -> listener.rules(content);
        case REPORT, COPY -> {} // a node reports to nobody
      }
    }

    private void tickets(byte[] content) {
      List<byte[]> keys = new ArrayList<>();
      for (int at = 0; at + TicketKeys.KEY_BYTES <= content.length; at += TicketKeys.KEY_BYTES) {
        keys.add(Arrays.copyOfRange(content, at, at + TicketKeys.KEY_BYTES));
      }
      if (!keys.isEmpty()) {
        listener.tickets(new TicketKeys(keys));
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      log.log(System.Logger.Level.WARNING, "The feed of {0} broke: {1}", node.name(), cause);
      ctx.close();
    }
  }
}
