package eu.rempart.duplicate.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import eu.rempart.duplicate.Pair;
import eu.rempart.shell.merge.MergeRoom.Field;
import eu.rempart.shell.merge.MergeRoom.Side;
import eu.rempart.shell.part.Glyph;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two records that may be the same. */
final class PairCard extends Section {

  private static final long serialVersionUID = 1L;

  /** Facts that tell one from the other at a glance. */
  private static final int FACTS = 4;

  /**
   * A card.
   *
   * @param compare null for those who may not merge
   */
  PairCard(Pair pair, Side first, Side second, @Nullable Runnable compare, Runnable part) {
    addClassNames("card", "pair-card");
    var reasons = new Div();
    reasons.addClassName("pair-reasons");
    pair.reasons().stream()
        .sorted()
        .forEach(
            reason -> {
              var badge = new Span(t("duplicate.reason." + reason.name()));
              badge.addClassName("badge");
              reasons.add(badge);
            });
    var both = new Div(side(first), side(second));
    both.addClassName("pair-sides");
    add(reasons, both);
    if (compare != null) {
      var merge = new Button(t("duplicate.compare"), Glyph.COPY.create(), _ -> compare.run());
      merge.addThemeVariants(ButtonVariant.PRIMARY);
      merge.setAriaLabel(t("duplicate.compare") + ": " + first.title());
      var two = new Button(t("duplicate.part"), _ -> part.run());
      two.setAriaLabel(t("duplicate.part") + ": " + first.title());
      var steps = new Div(merge, two);
      steps.addClassName("pair-steps");
      add(steps);
    }
  }

  private static Div side(Side side) {
    var link = new Anchor(side.route(), side.title());
    link.setTarget("_blank");
    var facts =
        new Span(
            side.fields().values().stream()
                .map(Field::text)
                .filter(text -> !side.title().contains(text))
                .filter(text -> !text.equals(t("history.value.yes")))
                .filter(text -> !text.equals(t("history.value.no"))) // says nothing alone
                .limit(FACTS)
                .map(text -> text.replace("\n", ", "))
                .collect(Collectors.joining(" · ")));
    facts.addClassName("pair-facts");
    var words = new Div(link, facts);
    words.addClassName("pair-side");
    return words;
  }
}
