package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelException.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of whether an address is its person's, and whether it works.
 *
 * @param provenAt when its person typed in what was sent there; null until they do: nothing else is
 *     sent there, and no answer from there counts
 * @param sentAt when the peer last took a message to it
 * @param testedAt when the peer last took a test
 * @param failedAt when one last did not get through
 * @param failure why not
 * @param number what the peer said to it
 */
public record Proof(
    @Nullable Instant provenAt,
    @Nullable Instant sentAt,
    @Nullable Instant testedAt,
    @Nullable Instant failedAt,
    @Nullable Reason failure,
    @Nullable Integer number) {

  /** Whether it is its person's. */
  public boolean proven() {
    return provenAt != null;
  }

  /** Whether the latest that is known is that it works. */
  public boolean works() {
    return sentAt != null && (failedAt == null || !failedAt.isAfter(sentAt));
  }
}
