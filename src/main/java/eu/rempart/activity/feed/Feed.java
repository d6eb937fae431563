package eu.rempart.activity.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's feed, without its link, which nobody knows but who got it.
 *
 * @param language of the words in it that Rempart says itself
 * @param usedAt when a calendar asked last
 */
public record Feed(
    UUID memberId, Tells tells, String language, Instant createdAt, @Nullable Instant usedAt) {

  /** What its member agrees to tell. */
  public enum Tells {
    /** When something is, and nothing of what. */
    TIMES,
    /** Subjects and places too. */
    SUBJECTS
  }
}
