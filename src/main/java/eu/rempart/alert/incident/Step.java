package eu.rempart.alert.incident;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the story of an incident.
 *
 * @param by who did it; null: the machine
 * @param told whom it was told
 * @param channel by what
 * @param reason why that did not work
 * @param number what the peer said to it, or the level
 * @param note somebody's words
 */
public record Step(
    Instant at,
    StepKind kind,
    @Nullable UUID by,
    @Nullable UUID told,
    @Nullable ChannelKind channel,
    @Nullable Reason reason,
    @Nullable Integer number,
    @Nullable String note) {

  public static final int LONGEST_NOTE = 1_000;

  static Step of(Instant at, StepKind kind) {
    return new Step(at, kind, null, null, null, null, null, null);
  }

  static Step to(Instant at, StepKind kind, UUID told) {
    return new Step(at, kind, null, told, null, null, null, null);
  }

  static Step numbered(Instant at, StepKind kind, int number) {
    return new Step(at, kind, null, null, null, null, number, null);
  }

  static Step by(Instant at, StepKind kind, @Nullable UUID by, @Nullable ChannelKind channel) {
    return new Step(at, kind, by, null, channel, null, null, null);
  }
}
