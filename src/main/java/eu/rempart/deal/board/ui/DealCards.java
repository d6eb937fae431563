package eu.rempart.deal.board.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.deal.board.BoardService;
import eu.rempart.deal.board.Card;
import eu.rempart.deal.board.Cards;
import eu.rempart.deal.board.CurrencySum;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.DealTexts;
import eu.rempart.deal.ui.StageBook;
import eu.rempart.shell.board.CardBoard;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Deals as cards of a board. */
final class DealCards {

  private final StageBook stages;
  private final Map<UUID, String> members;
  private final Instant now = Instant.now();

  DealCards(StageBook stages, Map<UUID, String> members) {
    this.stages = stages;
    this.members = members;
  }

  /** Cards that were loaded beyond the first ones, read anew. */
  static List<Card> upTo(Cards first, int wanted, IntFunction<List<Card>> more) {
    List<Card> cards = new ArrayList<>(first.cards());
    while (cards.size() < Math.min(wanted, first.count())) {
      List<Card> next = more.apply(cards.size());
      if (next.isEmpty()) {
        break;
      }
      cards.addAll(next);
    }
    return cards;
  }

  CardBoard.Column column(
      String key,
      String title,
      int tone,
      Cards all,
      List<Card> cards,
      Function<Card, CardBoard.Card> card) {
    int left = all.count() - cards.size();
    return new CardBoard.Column(
        key,
        title,
        tone,
        Formats.number(all.count()),
        all.sums().stream().map(sum -> DealTexts.money(sum.amount(), sum.currency())).toList(),
        cards.stream().map(card).toList(),
        more(left));
  }

  /** What the button says that shows more cards of a column; empty where it shows all. */
  static String more(int left) {
    if (left <= 0) {
      return "";
    }
    return left > BoardService.PAGE
        ? t("deal.board.more", BoardService.PAGE, left)
        : t("deal.board.rest", left);
  }

  /** A card that says how long the deal has been in its stage. */
  CardBoard.Card byAge(Card card) {
    boolean open = stages.stage(card.stage()).map(stage -> stage.open()).orElse(false);
    boolean care = open && stages.wantsCare(card.stage(), card.since(), now);
    String age = DealTexts.age(card.since(), now);
    return card(card, age, care ? t("deal.care", age) : "");
  }

  /** A card that says when the deal is expected to be won. */
  CardBoard.Card byDay(Card card) {
    var day = card.expectedClose();
    return card(card, day == null ? "" : Formats.date(day), "");
  }

  private CardBoard.Card card(Card card, String note, String warning) {
    @Nullable String company = card.company();
    return new CardBoard.Card(
        card.id().toString(),
        card.name(),
        company == null ? "" : company,
        DealTexts.money(card.amount(), card.currency()),
        note,
        warning,
        DealNavigation.details(card.id()),
        card.ownerId() == null ? "" : members.getOrDefault(card.ownerId(), ""));
  }

  static String weighted(List<CurrencySum> sums) {
    return String.join(
        " · ",
        sums.stream()
            .map(
                sum ->
                    DealTexts.money(
                        sum.weighted().setScale(2, java.math.RoundingMode.HALF_UP), sum.currency()))
            .toList());
  }

  static String amounts(List<CurrencySum> sums) {
    return String.join(
        " · ", sums.stream().map(sum -> DealTexts.money(sum.amount(), sum.currency())).toList());
  }
}
