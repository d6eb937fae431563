package eu.rempart.shell.board;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import eu.rempart.shell.part.Avatar;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cards in columns, moved by mouse, finger and keyboard. It moves nothing by itself: it tells where
 * a card was put, and shows the columns it is given.
 */
@Tag("rempart-board")
@JsModule("./components/rempart-board.ts")
@StyleSheet("styles/board.css")
public final class CardBoard extends Component {

  private static final long serialVersionUID = 1L;

  /**
   * A card.
   *
   * @param key what tells it from all others on the board
   * @param figure what it is worth, say; may be empty
   * @param note how long it has been here, say; may be empty
   * @param warning the note and what it warns of, in full; empty where it does not warn
   * @param href path of its page, without a leading slash
   * @param owner name of whoever looks after it; may be empty
   */
  public record Card(
      String key,
      String title,
      String subtitle,
      String figure,
      String note,
      String warning,
      String href,
      String owner) {

    /** Names are customer data. */
    @Override
    public String toString() {
      return "Card[" + key + "]";
    }
  }

  /**
   * A column.
   *
   * @param tone 0 to 7
   * @param count how many cards it has, in words
   * @param sums what they are worth together, in words
   * @param more text of the button that asks for more cards; empty where there are none
   */
  public record Column(
      String key,
      String title,
      int tone,
      String count,
      List<String> sums,
      List<Card> cards,
      String more) {

    public Column {
      sums = List.copyOf(sums);
      cards = List.copyOf(cards);
    }

    /** Names are customer data. */
    @Override
    public String toString() {
      return "Column[" + key + "]";
    }
  }

  /** Told where a card was put. */
  public interface Mover {
    /**
     * @param card its key
     * @param column key of the column
     * @param above key of the card that it was put below; null for the top of the column
     */
    void move(String card, String column, @Nullable String above);
  }

  private final List<String> shown = new java.util.ArrayList<>();

  /**
   * An empty board.
   *
   * @param label what it shows, for those who hear it
   * @param none the sentence for an empty column
   */
  public CardBoard(String label, String none) {
    getElement().setProperty("label", label);
    getElement().setProperty("none", none);
    getElement().setProperty("hint", t("shell.board.hint"));
    getElement().setProperty("menuText", t("shell.board.menu"));
  }

  public void setColumns(List<Column> columns) {
    shown.clear();
    columns.forEach(column -> column.cards().forEach(card -> shown.add(card.key())));
    getElement().setPropertyList("columns", columns.stream().map(SentColumn::of).toList());
  }

  /** Lets cards be moved, and be asked for a menu. */
  public void setMovable(Mover mover, Consumer<String> menu) {
    getElement().setProperty("movable", true);
    getElement()
        .addEventListener(
            "card-moved",
            event -> {
              String card = event.getEventData().get("event.detail.card").asString();
              String above = event.getEventData().get("event.detail.above").asString();
              if (shown.contains(card)) { // a key that is not shown is nobody's to move
                mover.move(
                    card,
                    event.getEventData().get("event.detail.column").asString(),
                    above.isEmpty() ? null : above);
              }
            })
        .addEventData("event.detail.card")
        .addEventData("event.detail.column")
        .addEventData("event.detail.above");
    getElement()
        .addEventListener(
            "card-menu",
            event -> {
              String card = event.getEventData().get("event.detail.card").asString();
              if (shown.contains(card)) {
                menu.accept(card);
              }
            })
        .addEventData("event.detail.card");
  }

  /** Calls back with the key of a column of which more is asked for. */
  public void onMore(Consumer<String> more) {
    getElement()
        .addEventListener(
            "column-more",
            event -> more.accept(event.getEventData().get("event.detail.column").asString()))
        .addEventData("event.detail.column");
  }

  private record SentCard(
      String key,
      String title,
      String subtitle,
      String figure,
      String note,
      String warning,
      String href,
      String initials,
      String avatar,
      String owner) {

    static SentCard of(Card card) {
      return new SentCard(
          card.key(),
          card.title(),
          card.subtitle(),
          card.figure(),
          card.note(),
          card.warning(),
          card.href(),
          Avatar.initials(card.owner(), Avatar.Shape.PERSON),
          Avatar.cssClasses(card.owner(), Avatar.Shape.PERSON),
          card.owner());
    }
  }

  private record SentColumn(
      String key,
      String title,
      int tone,
      String count,
      List<String> sums,
      List<SentCard> cards,
      String more) {

    static SentColumn of(Column column) {
      return new SentColumn(
          column.key(),
          column.title(),
          column.tone(),
          column.count(),
          column.sums(),
          column.cards().stream().map(SentCard::of).toList(),
          column.more());
    }
  }
}
