package eu.rempart.alert.channel;

import eu.rempart.alert.channel.ChannelException.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the peers of channels answer, found out without a message: one that is dead is to be
 * known of before an alarm has to go there. What one node saw all nodes know. Thread safe.
 */
public final class PeerWatch {

  /**
   * What was seen of a peer.
   *
   * @param answers whether the latest is that it answers
   * @param answeredAt when it last answered; null if it never did
   * @param failedAt when it last did not; null if that never happened
   * @param failure why not
   * @param number what it said
   */
  public record Seen(
      boolean answers,
      @Nullable Instant answeredAt,
      @Nullable Instant failedAt,
      @Nullable Reason failure,
      @Nullable Integer number) {}

  private final Channels channels;
  private final PeerRepository seen;
  private final InstantSource clock;

  PeerWatch(Channels channels, PeerRepository seen, InstantSource clock) {
    this.channels = channels;
    this.seen = seen;
    this.clock = clock;
  }

  /**
   * Tries now, and once more if it fails: a connection may break while it is made. Blocks, at most
   * a minute.
   *
   * @return what is seen; empty if there is no peer
   */
  public Optional<Seen> look(ChannelKind kind) {
    Channel channel = channels.of(kind).filter(Channel::configured).orElse(null);
    if (channel == null) {
      forget(kind);
      return Optional.empty();
    }
    ChannelException why = connect(channel);
    if (why != null) {
      why = connect(channel);
    }
    return Optional.of(note(kind, why));
  }

  /** What was seen last, by whatever node; empty before one looked. */
  public Optional<Seen> last(ChannelKind kind) {
    return seen.last(kind);
  }

  /** There is another peer, or none. */
  public void forget(ChannelKind kind) {
    seen.forget(kind);
  }

  private static @Nullable ChannelException connect(Channel channel) {
    try {
      channel.connect();
      return null;
    } catch (ChannelException e) {
      return e;
    }
  }

  private Seen note(ChannelKind kind, @Nullable ChannelException why) {
    Instant now = clock.instant();
    return why == null
        ? seen.answered(kind, now)
        : seen.failed(kind, why.reason(), why.number(), now);
  }
}
