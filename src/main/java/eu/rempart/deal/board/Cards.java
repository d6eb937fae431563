package eu.rempart.deal.board;

import java.util.List;
import java.util.Set;

/**
 * A column of a board.
 *
 * @param count of all deals in it
 * @param sums of all deals in it, the largest first
 * @param cards the first of them, in their order
 */
public record Cards(int count, List<CurrencySum> sums, List<Card> cards) {

  static final Cards NONE = new Cards(0, List.of(), List.of());

  public Cards {
    sums = List.copyOf(sums);
    cards = List.copyOf(cards);
  }

  /** The column without what these columns of the table hold. */
  Cards without(Set<String> hidden) {
    return hidden.isEmpty()
        ? this
        : new Cards(
            count,
            hidden.contains("amount") ? List.of() : sums,
            cards.stream().map(card -> card.without(hidden)).toList());
  }
}
