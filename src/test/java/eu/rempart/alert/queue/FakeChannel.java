package eu.rempart.alert.queue;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Message;
import eu.rempart.alert.channel.Receipt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A channel that is told what its peer does, and remembers what arrived there. */
public final class FakeChannel implements Channel {

  /** What arrived: where, and what. */
  public record Arrived(String address, Message message) {}

  /** What happens to the next message. */
  public enum Mood {
    FINE,
    BUSY,
    REFUSES,
    /** It arrives, and nobody hears of it. */
    LOSES_ITS_ANSWER,
    /** The process dies before anything was sent. */
    KILLS_BEFORE,
    /** The process dies right after it was sent. */
    KILLS_AFTER,
    BROKEN
  }

  /** As if the process died: nothing of what would come after comes. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  public final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final ChannelKind kind;
  private final boolean idempotent;
  public volatile boolean configured = true;
  public volatile Mood mood = Mood.FINE;
  public volatile Runnable meanwhile = () -> {};

  public FakeChannel(ChannelKind kind, boolean idempotent) {
    this.kind = kind;
    this.idempotent = idempotent;
  }

  @Override
  public ChannelKind kind() {
    return kind;
  }

  @Override
  public boolean configured() {
    return configured;
  }

  @Override
  public boolean idempotent() {
    return idempotent;
  }

  @Override
  public boolean takesAnswers() {
    return kind == ChannelKind.SMS;
  }

  @Override
  public void check(String address) {
    if (address.contains(" ")) {
      throw new IllegalArgumentException("alert.address.wrong");
    }
  }

  @Override
  public void connect() throws ChannelException {
    if (mood == Mood.BROKEN) {
      throw new ChannelException(Reason.UNREACHABLE, true, null, null);
    }
  }

  @Override
  public Receipt send(String address, Message message) throws ChannelException {
    Runnable once = meanwhile;
    meanwhile = () -> {};
    once.run();
    switch (mood) {
      case FINE -> arrived.add(new Arrived(address, message));
      case BUSY -> throw new ChannelException(Reason.REFUSED, true, 450, null);
      case REFUSES -> throw new ChannelException(Reason.REFUSED, false, 550, null);
      case LOSES_ITS_ANSWER -> {
        arrived.add(new Arrived(address, message));
        throw new ChannelException(Reason.IN_DOUBT, true, null, null);
      }
      case KILLS_BEFORE -> throw new Killed();
      case KILLS_AFTER -> {
        arrived.add(new Arrived(address, message));
        throw new Killed();
      }
      case BROKEN -> throw new IllegalStateException("a bug");
    }
    return new Receipt("ref-" + arrived.size());
  }
}
