package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the database keeps it.
 *
 * @param used addresses that were left for the next
 * @param attempt how often anybody began to send it; what whoever sends it must still find
 * @param tries how often it failed on this address
 * @param claimedAt when somebody began to send it; null if nobody did
 */
record Queued(
    UUID id,
    UUID group,
    @Nullable UUID incident,
    int opening,
    UUID member,
    MessageKind kind,
    Severity severity,
    String title,
    String words,
    @Nullable String path,
    Instant writtenAt,
    UUID address,
    ChannelKind channel,
    List<UUID> used,
    State state,
    int attempt,
    int tries,
    Instant dueAt,
    @Nullable Instant claimedAt) {

  /** How far it is. */
  enum State {
    QUEUED,
    /** Somebody is at it, or was when they died. */
    SENDING,
    SENT,
    /** No channel was left. */
    GIVEN_UP,
    /** Nobody had to know any more. */
    DROPPED;

    boolean over() {
      return this != QUEUED && this != SENDING;
    }
  }

  /** Whether it ends what its receiver has open: no other channel can stand in for that. */
  boolean closes() {
    return delivery().closes();
  }

  /** Whether it is a code, and nothing was begun with it that calls people until it is ended. */
  boolean isFreshCode() {
    return kind == MessageKind.CODE && !(attempt > 0 && channel.keepsAlarms());
  }

  boolean isOlder(Duration age, Instant now) {
    return !now.isBefore(writtenAt.plus(age));
  }

  Delivery delivery() {
    return new Delivery(id, group, incident, opening, member, kind, channel);
  }
}
