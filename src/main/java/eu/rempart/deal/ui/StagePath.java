package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import eu.rempart.deal.StageVisit;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The time that a deal spent in each stage, as a bar with a line of words below it for each visit.
 */
final class StagePath extends Div {

  private static final long serialVersionUID = 1L;

  /** Widths are classes, since the page's policy forbids style attributes. */
  private static final int STEPS = 20;

  StagePath(List<StageVisit> path, StageBook stages) {
    addClassName("stage-path");
    Instant now = Instant.now();
    List<StageVisit> open =
        path.stream()
            .filter(visit -> stages.stage(visit.stage()).map(Stage::open).orElse(true))
            .toList();
    long whole = Math.max(1, open.stream().mapToLong(visit -> visit.length(now).toSeconds()).sum());
    var bar = new Div();
    bar.addClassName("stage-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    for (StageVisit visit : open) {
      var part = new Span();
      long seconds = visit.length(now).toSeconds();
      part.addClassNames(
          tone(stages.stage(visit.stage())), "part-" + Math.max(1, STEPS * seconds / whole));
      bar.add(part);
    }
    var list = new OrderedList();
    for (StageVisit visit : path) {
      list.add(line(visit, stages, now));
    }
    add(new Card(t("deal.path.title"), bar, list));
  }

  private static ListItem line(StageVisit visit, StageBook stages, Instant now) {
    Optional<Stage> stage = stages.stage(visit.stage());
    var dot = new Span();
    dot.addClassNames("stage-dot", tone(stage));
    dot.getElement().setAttribute("aria-hidden", "true");
    var since = new Span(Formats.date(LocalDate.ofInstant(visit.since(), Formats.zone())));
    since.addClassName("stage-since");
    var item =
        new ListItem(dot, new Span(stage.map(Stage::name).orElseGet(() -> t("deal.stage.gone"))));
    if (stage.map(Stage::open).orElse(true)) {
      item.add(new Span(DealTexts.age(now.minus(visit.length(now)), now)));
    }
    item.add(since);
    return item;
  }

  private static String tone(Optional<Stage> stage) {
    return "tone-" + stage.map(Stage::tone).orElse(1);
  }
}
