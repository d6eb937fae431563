package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.MessageKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message and where it goes.
 *
 * @param group the same for all messages by which one person is told one thing
 * @param incident what it is about; null for a test
 * @param opening of which opening of the incident it tells
 * @param member whom it is for
 */
public record Delivery(
    UUID message,
    UUID group,
    @Nullable UUID incident,
    int opening,
    UUID member,
    MessageKind kind,
    ChannelKind channel) {

  /** Whether it ends what its receiver has open, so that nobody is called any more. */
  public boolean closes() {
    return channel.keepsAlarms()
        && (kind == MessageKind.ACKNOWLEDGED || kind == MessageKind.RESOLVED);
  }
}
