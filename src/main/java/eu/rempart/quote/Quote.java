package eu.rempart.quote;

import eu.rempart.common.Trace;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.money.QuoteProblem;
import eu.rempart.quote.money.QuoteRefusedException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quote as it stands.
 *
 * @param version the optimistic lock number
 * @param unopenable fields whose ciphertext is not what was sealed there, each with its short code;
 *     {@code data} has nothing for them, and a save leaves them alone unless they are filled in
 */
public record Quote(
    QuoteId id,
    int version,
    QuoteData data,
    Standing standing,
    Map<QuoteField, String> unopenable,
    Trace created,
    Trace changed) {

  public Quote {
    unopenable = Map.copyOf(unopenable);
  }

  /**
   * What became of it.
   *
   * @param kept the state that is kept, which is never EXPIRED
   * @param number as the document shows it; null for a draft
   * @param answeredOn when it was accepted or declined
   * @param seller the letterhead on the day of issue; null for a draft
   * @param revises the quote that it takes the place of
   */
  public record Standing(
      QuoteState kept,
      @Nullable String number,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate answeredOn,
      @Nullable Letterhead seller,
      @Nullable QuoteId revises) {}

  /** A field of its document that does not open; empty where all of that opens. */
  public Optional<QuoteField> unreadable() {
    return unopenable.keySet().stream().filter(field -> field != QuoteField.CUSTOM).findFirst();
  }

  /** Whether nobody knows what it comes to where these change: something else does not open. */
  boolean sealsPrice(Set<QuoteField> mine) {
    return QuoteField.MONEY.stream()
        .anyMatch(field -> unopenable.containsKey(field) && !mine.contains(field));
  }

  /** Throws as {@link QuoteService#save} says where these fields can't change as it stands. */
  void requireChange(Set<QuoteField> mine) {
    if (standing.kept().issued()) {
      throw new IssuedQuoteException(id);
    }
    if (mine.contains(QuoteField.CURRENCY) && sealsPrice(mine)) {
      // what it came to would stand there as so much of another currency
      throw new QuoteRefusedException(QuoteProblem.CURRENCY_OF_SEALED);
    }
  }

  /** How far it is on a day. */
  public QuoteState state(LocalDate today) {
    return standing.kept().on(today, data.validUntil());
  }
}
