package eu.rempart.tls.link;

import eu.rempart.tls.MachineTls;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.link.Message.Kind;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.Way;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The nodes behind an edge: sends each person to the same one while it lives, and to another when
 * it doesn't, to one far from its database only where none is near; keeps a feed open to each. Safe
 * for use by several threads.
 */
public final class Nodes implements Backend, AutoCloseable {
  private final List<Node> nodes;
  private final List<NodeFeed> feeds;
  private final LinkTls tls;
  private final Stays stays = new Stays(System::nanoTime);
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("feed", true), NioIoHandler.newFactory());

  /**
   * Connects to nobody before {@link #open}.
   *
   * @param addresses at least one
   */
  public Nodes(List<NodeAddress> addresses, MachineTls machine, NodesListener listener) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("No node; expected at least one");
    }
    tls = new LinkTls(machine.sslContext(), machine.revocation());
    nodes = addresses.stream().map(address -> new Node(address, tls, listener)).toList();
    feeds = nodes.stream().map(node -> new NodeFeed(node, loop, listener)).toList();
  }

  /** Connects to the nodes, and again whenever one is lost. */
  public void open() {
    feeds.forEach(NodeFeed::open);
  }

  @Override
  public Way way(InetSocketAddress source, int attempt) {
    Source person = Rendezvous.person(Source.of(source.getAddress()));
    Node former = stays.of(person);
    if (former != null && former.takes()) {
      stays.saw(person, former);
      return former;
    }
    List<Node> ranked = Rendezvous.ranked(nodes, Node::key, person);
    for (NodeState state : List.of(NodeState.READY, NodeState.STANDBY)) {
      for (Node node : ranked) {
        if (node.state() == state) {
          stays.saw(person, node);
          return node;
        }
      }
    }
    // Nobody says that it takes connections, which may be wrong: each is tried in turn.
    return ranked.get((attempt - 1) % ranked.size());
  }

  /** How many nodes take connections. */
  public int taking() {
    return (int) nodes.stream().filter(Node::takes).count();
  }

  /** Whether {@link #report} would reach anybody. */
  public boolean hears() {
    return feeds.stream().anyMatch(NodeFeed::isOpen);
  }

  /**
   * Hands a report to one node, which keeps it, and a copy to the others, who show it; to be called
   * every second, so that nodes know that this edge is there.
   *
   * @param content perhaps empty
   * @return false if no node is connected; nothing was sent then
   */
  public boolean report(byte[] content) {
    boolean told = false;
    for (NodeFeed feed : feeds) {
      told |= feed.report(new Message(told ? Kind.COPY : Kind.REPORT, content));
    }
    return told;
  }

  @Override
  public void close() {
    feeds.forEach(NodeFeed::close);
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    tls.close();
  }
}
