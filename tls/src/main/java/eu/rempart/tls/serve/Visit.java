package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.sign.Rank;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client, from the door to its end. Used on the connection's event loop only,
 * but for the fields that say otherwise.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class Visit {
  private static final AttributeKey<Visit> KEY = AttributeKey.valueOf(Visit.class, "visit");

  final Channel channel;
  private final Parts parts;
  private InetSocketAddress source;
  private InetSocketAddress destination;
  private long high;
  private long low;
  private boolean admitted;
  private boolean refused;
  private @Nullable Future<?> deadline;
  private @Nullable Handshake handshake;
  @Nullable String serverName;
  @Nullable String ja4;

  /**
   * Whether tickets are taken and given. In TLS 1.3 a resumed session is forward secret; in TLS 1.2
   * whoever has the ticket's key and a recording reads it, and the keys are in each backup.
   */
  boolean mayResume;

  boolean claimsToResume;
  long helloAt;
  long received;
  long sent;

  /** Written before the handshake begins; when its signature is due. */
  private volatile Rank rank = Rank.USUAL;

  /** Set where the signature is asked for: a resumed handshake has none. */
  volatile boolean signed;

  Visit(Channel channel, Parts parts, InetSocketAddress peer, InetSocketAddress local) {
    this.channel = channel;
    this.parts = parts;
    this.source = peer;
    this.destination = local;
    locate();
    channel.attr(KEY).set(this);
  }

  /** From here on the connection has an event loop, and an end that is told. */
  void begin() {
    parts.clients().add(channel);
    channel.closeFuture().addListener(_ -> over());
  }

  static Visit of(Channel channel) {
    return channel.attr(KEY).get();
  }

  Parts parts() {
    return parts;
  }

  InetSocketAddress source() {
    return source;
  }

  InetSocketAddress destination() {
    return destination;
  }

  boolean slowed() {
    return rank == Rank.LAST;
  }

  Rank rank() {
    return rank;
  }

  /** The client is elsewhere than the peer: a balancer passes it on. */
  void comesFrom(InetSocketAddress other, InetSocketAddress to) {
    source = other;
    destination = to;
    locate();
  }

  private void locate() {
    Source address = Source.of(source.getAddress());
    high = address.high();
    low = address.low();
  }

  boolean isBalancer() {
    return parts.settings().isBalancer(high, low);
  }

  /** Gate 1. */
  Verdict admit() {
    Verdict verdict = parts.gate().admit(high, low);
    admitted = !verdict.refuses();
    rank = verdict.outcome() == Verdict.Outcome.SLOW ? Rank.LAST : Rank.USUAL;
    return verdict;
  }

  /** Gate 2. */
  Verdict judgeHello() {
    Verdict verdict = parts.gate().handshake(high, low, claimsToResume, parts.signers().load());
    if (verdict.outcome() == Verdict.Outcome.SLOW) {
      rank = Rank.LAST;
    } else if (verdict == Verdict.PREFERRED && rank == Rank.USUAL) {
      rank = Rank.FIRST;
    }
    return verdict;
  }

  /** Gate 1 once more, for a connection that is older than the rules are. */
  void review() {
    if (!admitted || refused) {
      return;
    }
    Verdict verdict = parts.gate().review(high, low);
    if (verdict.refuses()) {
      refuse(verdict);
    }
  }

  void shookHands(Handshake done) {
    handshake = done;
    parts.listener().shookHands(high, low, done);
  }

  /** Tells of a failed handshake, once; TLS itself sends its alert and closes. */
  void handshakeFailed(Verdict why, String reason) {
    if (!refused) {
      parts.listener().handshakeFailed(high, low, reason);
      told(why);
    }
  }

  /** Tells of a refusal, once, and resets the connection. */
  void refuse(Verdict why) {
    told(why);
    reset();
  }

  private void told(Verdict why) {
    if (!refused) {
      refused = true;
      parts.listener().refused(high, low, why);
    }
  }

  boolean refused() {
    return refused;
  }

  /** Ends the connection in order: what is unsent goes first, with TLS' farewell. */
  void close() {
    channel.close();
  }

  /** Ends the connection at once: without TLS' farewell, and without waiting for what's unsent. */
  void reset() {
    if (!channel.isOpen()) {
      return;
    }
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    ChannelHandlerContext first = channel.pipeline().firstContext();
    if (channel.isRegistered() && first != null) {
      first.close();
    } else {
      channel.unsafe().closeForcibly();
      over();
    }
  }

  /** Refuses unless another deadline is set, or none, until then. */
  void deadline(Duration time, Verdict otherwise) {
    deadline(time, () -> refuse(otherwise));
  }

  void deadline(Duration time, Runnable otherwise) {
    noDeadline();
    deadline = channel.eventLoop().schedule(otherwise, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  void noDeadline() {
    Future<?> pending = deadline;
    if (pending != null) {
      pending.cancel(false);
      deadline = null;
    }
  }

  private void over() {
    if (deadline != null) {
      noDeadline();
    }
    if (admitted) {
      admitted = false;
      parts.gate().ended(high, low);
    }
    Handshake done = handshake;
    if (done != null) {
      handshake = null;
      parts.listener().closed(high, low, received, sent);
    }
  }
}
