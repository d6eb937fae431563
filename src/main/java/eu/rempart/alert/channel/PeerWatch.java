package eu.rempart.alert.channel;

import eu.rempart.alert.channel.ChannelException.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the peers of channels answer, found out without a message: one that is dead is to be
 * known of before an alarm has to go there. Remembers what this node saw. Thread safe.
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
  private final InstantSource clock;
  private final Map<ChannelKind, Seen> seen = new EnumMap<>(ChannelKind.class);

  public PeerWatch(Channels channels, InstantSource clock) {
    this.channels = channels;
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

  /** What this node saw last; empty before it looked. */
  public synchronized Optional<Seen> last(ChannelKind kind) {
    return Optional.ofNullable(seen.get(kind));
  }

  /** There is another peer, or none. */
  public synchronized void forget(ChannelKind kind) {
    seen.remove(kind);
  }

  private static @Nullable ChannelException connect(Channel channel) {
    try {
      channel.connect();
      return null;
    } catch (ChannelException e) {
      return e;
    }
  }

  private synchronized Seen note(ChannelKind kind, @Nullable ChannelException why) {
    Instant now = clock.instant();
    Seen before = seen.getOrDefault(kind, new Seen(false, null, null, null, null));
    Seen after =
        why == null
            ? new Seen(true, now, before.failedAt(), before.failure(), before.number())
            : new Seen(false, before.answeredAt(), now, why.reason(), why.number());
    seen.put(kind, after);
    return after;
  }
}
