package eu.rempart.quote;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far a quote is. The names, but for EXPIRED, are those in the table {@code quote}. */
public enum QuoteState {
  DRAFT,
  ISSUED,
  /**
   * Issued, and its last day has passed without an answer: follows from the day, and is not kept.
   */
  EXPIRED,
  ACCEPTED,
  DECLINED,
  /** Another quote took its place. */
  REVISED;

  /**
   * What a kept state is on a day.
   *
   * @param validUntil last day on which it can be accepted; null for no end
   */
  QuoteState on(LocalDate today, @Nullable LocalDate validUntil) {
    return this == ISSUED && validUntil != null && validUntil.isBefore(today) ? EXPIRED : this;
  }

  /** Whether it went out, so that it never changes. */
  public boolean issued() {
    return this != DRAFT;
  }

  /** Whether an answer is still expected. */
  public boolean open() {
    return this == ISSUED || this == EXPIRED;
  }
}
