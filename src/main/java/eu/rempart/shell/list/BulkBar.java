package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Formats;

/** The steps that can be taken with the selected records; shown while there are some. */
class BulkBar extends Div {

  private static final long serialVersionUID = 1L;

  private final Span count = new Span();
  private final Div steps = new Div();

  private final Button everything;
  private boolean all;
  private int selected;
  private int matching;
  private boolean moreThanCounted;

  BulkBar(Runnable clear) {
    addClassName("bulk-bar");
    count.getElement().setAttribute("role", "status");
    var none = new Button(Glyph.CLOSE.create(), _ -> clear.run());
    none.addThemeVariants(ButtonVariant.TERTIARY);
    none.setAriaLabel(t("shell.list.select.none"));
    steps.addClassName("bulk-steps");
    everything = new Button("", _ -> chooseAll());
    everything.addThemeVariants(ButtonVariant.TERTIARY);
    add(none, count, everything, steps);
    show(0);
  }

  void addStep(String text, Glyph glyph, Runnable run) {
    var button = new Button(text, glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    steps.add(button);
  }

  /** Shows that so many rows are ticked; none hides the bar. */
  void show(int ticked) {
    selected = ticked;
    all = false;
    setVisible(ticked > 0);
    say();
  }

  /** How many records the list finds now. */
  void matching(RecordCount found) {
    matching = found.rows();
    moreThanCounted = found.more();
    all = false;
    setVisible(selected > 0);
    say();
  }

  /** Means all that the list finds, without a tick for each. */
  void chooseAll() {
    all = true;
    setVisible(true);
    say();
  }

  private void say() {
    setClassName("whole", all); // rows look ticked, those not yet read too
    String number = Formats.number(matching) + (moreThanCounted ? "+" : "");
    count.setText(all ? t("shell.list.selected.all", number) : t("shell.list.selected", selected));
    everything.setText(t("shell.list.select.all", number));
    everything.setVisible(!all && selected < matching);
  }

  boolean isAll() {
    return all;
  }

  int count() {
    return all ? matching : selected;
  }

  /** Whether the list finds no more than this. */
  boolean isFew(int most) {
    return matching <= most && !moreThanCounted;
  }

  /** Whether all that the list finds are chosen, one way or the other. */
  boolean isEverything() {
    return count() > 0 && count() == matching && (all || !moreThanCounted);
  }
}
