package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the cards of a phone tell below the name, where people chose something else for it. */
final class CardFacts<T> {

  private final ColumnChooser chooser;
  private final Map<String, Function<T, @Nullable String>> texts = new LinkedHashMap<>();

  /**
   * Nothing to choose from yet.
   *
   * @param list short name under which the browser remembers the choice
   */
  CardFacts(String list, Runnable changed) {
    chooser = new ColumnChooser("cards-" + list, t("shell.list.cards"), _ -> changed.run());
    chooser.setVisible(false);
  }

  ColumnChooser chooser() {
    return chooser;
  }

  void offer(String key, String label, Function<T, @Nullable String> text) {
    texts.put(key, text);
    chooser.offer(key, label, false);
  }

  Set<String> chosen() {
    return chooser.chosen();
  }

  /** The card with what was chosen; as the room made it where nothing was. */
  RecordCard on(RecordCard card, T item) {
    Set<String> chosen = chosen();
    if (chosen.isEmpty()) {
      return card;
    }
    String facts =
        texts.entrySet().stream()
            .filter(text -> chosen.contains(text.getKey()))
            .map(text -> text.getValue().apply(item))
            .filter(text -> text != null && !text.isEmpty())
            .collect(Collectors.joining(" · "));
    return new RecordCard(card.title(), "", facts, card.route(), card.shape(), card.picture());
  }
}
