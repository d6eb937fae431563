package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * How many messages are under way by each channel on this node: few enough that all channels at
 * once leave threads for the rounds, so that a peer that hangs holds up what goes by it and nothing
 * else. Thread safe.
 */
final class Lanes {

  /** So many by each channel. */
  static final int WIDTH = 8;

  private final Map<ChannelKind, Semaphore> free = new EnumMap<>(ChannelKind.class);

  Lanes() {
    for (ChannelKind kind : ChannelKind.values()) {
      free.put(kind, new Semaphore(WIDTH));
    }
  }

  /** A way that somebody took, or none; of one thread. */
  static final class Lane implements AutoCloseable {

    private @Nullable Semaphore of;

    @Override
    public void close() {
      if (of != null) {
        of.release();
        of = null;
      }
    }
  }

  /** Takes a way by a channel, if one is free. */
  boolean enter(ChannelKind kind, Lane lane) {
    Semaphore of = Objects.requireNonNull(free.get(kind));
    if (!of.tryAcquire()) {
      return false;
    }
    lane.of = of;
    return true;
  }
}
