package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import eu.rempart.history.RecordKinds;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Tie;
import eu.rempart.privacy.trace.Treatment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that have one thing to do with a person, page by page. */
final class TraceGroup extends Div {

  private static final long serialVersionUID = 1L;
  static final int PAGE = 20;

  private final transient List<PersonTrace> traces;
  private final transient RecordKinds kinds;
  private final transient @Nullable Map<PersonTrace, Treatment> chosen;
  private final UnorderedList lines = new UnorderedList();
  private final Button more = new Button();
  private int shown = PAGE;

  /**
   * Shows the first page.
   *
   * @param chosen null where there is no choice
   */
  TraceGroup(
      Tie tie,
      List<PersonTrace> traces,
      RecordKinds kinds,
      @Nullable Map<PersonTrace, Treatment> chosen) {
    this.traces = traces;
    this.kinds = kinds;
    this.chosen = chosen;
    addClassName("trace-group");
    var head = new Div(new H4(t("privacy.tie." + tie.name(), traces.size())));
    head.addClassName("trace");
    if (chosen != null && traces.size() > 1) {
      head.add(all(chosen));
    }
    lines.addClassName("traces");
    more.addThemeVariants(ButtonVariant.TERTIARY);
    more.addClickListener(
        _ -> {
          shown += PAGE;
          show();
        });
    add(head, lines, more);
    show();
  }

  private void show() {
    lines.removeAll();
    traces.stream().limit(shown).forEach(trace -> lines.add(line(trace)));
    more.setText(t("privacy.traces.more", traces.size() - shown));
    more.setVisible(traces.size() > shown);
  }

  private Select<Treatment> all(Map<PersonTrace, Treatment> choices) {
    Select<Treatment> all =
        select(
            traces.stream()
                .map(PersonTrace::choices)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList());
    all.setAriaLabel(t("privacy.traces.all"));
    all.setPlaceholder(t("privacy.traces.all"));
    all.addValueChangeListener(
        event -> {
          for (PersonTrace trace : traces) {
            if (event.getValue() != null && trace.choices().contains(event.getValue())) {
              choices.put(trace, event.getValue());
            }
          }
          show();
        });
    return all;
  }

  private static Select<Treatment> select(List<Treatment> treatments) {
    Select<Treatment> select = new Select<>();
    select.addClassName("trace-choice");
    select.setItems(treatments);
    select.setItemLabelGenerator(each -> each == null ? "" : t("privacy.treatment." + each.name()));
    return select;
  }

  private ListItem line(PersonTrace trace) {
    String kind = kinds.find(trace.record().kind()).map(known -> t(known.labelKey())).orElse("");
    String words = trace.name().isBlank() ? kind : t("privacy.trace.called", kind, trace.name());
    var facts = new Span(String.join(" · ", facts(trace)));
    facts.addClassName("privacy-soft");
    var text = new Div(facts);
    text.addComponentAsFirst(
        kinds
            .find(trace.record().kind())
            .filter(_ -> !trace.bin())
            .flatMap(known -> known.path(trace.record().id()))
            .<com.vaadin.flow.component.Component>map(path -> new Anchor(path, words))
            .orElseGet(() -> new Span(words)));
    text.addClassName("trace-text");
    var item = new ListItem(text);
    item.addClassName("trace");
    if (chosen != null && trace.choices().size() > 1) {
      Map<PersonTrace, Treatment> choices = chosen;
      Select<Treatment> choice = select(trace.choices());
      choice.setAriaLabel(t("privacy.trace.choice", words));
      choice.setValue(choices.getOrDefault(trace, trace.proposed()));
      choice.addValueChangeListener(event -> choices.put(trace, event.getValue()));
      item.add(choice);
    }
    return item;
  }

  private static List<String> facts(PersonTrace trace) {
    List<String> facts = new ArrayList<>();
    if (trace.bin()) {
      facts.add(t("privacy.trace.bin"));
    }
    if (trace.named()) {
      facts.add(t(trace.sure() ? "privacy.trace.named" : "privacy.trace.likely"));
    }
    if (trace.former() > 0) {
      facts.add(t("privacy.trace.former", trace.former()));
    }
    if (trace.shared() && trace.tie() == Tie.DOCUMENT) {
      facts.add(t("privacy.trace.shared"));
    }
    if (trace.frozen()) {
      facts.add(t("privacy.trace.frozen"));
    }
    return facts;
  }
}
