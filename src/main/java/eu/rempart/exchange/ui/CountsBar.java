package eu.rempart.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.Tally;
import eu.rempart.shell.text.Formats;
import java.util.Locale;

/** How many rows were created, updated, skipped, and failed. */
final class CountsBar extends Div {

  private static final long serialVersionUID = 1L;

  CountsBar() {
    addClassName("import-counts");
  }

  void show(Tally.Counts counts) {
    removeAll();
    ImportWords words = ImportWords.ofUi();
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      Span number = new Span(Formats.number(of(counts, kind)));
      number.addClassName("import-count-number");
      Span count = new Span(number, new Span(words.kind(kind, of(counts, kind))));
      count.addClassName("import-count");
      count.setClassName(
          "is-" + kind.name().toLowerCase(Locale.ROOT),
          of(counts, kind) > 0); // nothing failed: no red
      add(count);
    }
  }

  private static int of(Tally.Counts counts, Outcome.Kind kind) {
    return switch (kind) {
      case CREATED -> counts.created();
      case UPDATED -> counts.updated();
      case SKIPPED -> counts.skipped();
      case FAILED -> counts.failed();
    };
  }
}
