package eu.rempart.shell.line;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import eu.rempart.common.line.LineRules;
import eu.rempart.common.line.SoldLine;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.part.Glyph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines as they are typed: added, filled from products, moved, removed.
 *
 * @param <L> the lines
 * @param <P> the products
 */
@StyleSheet("styles/quotes.css")
public final class LinesField<L extends SoldLine, P> extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient LineForm<L, P> form;
  private final transient List<LineRow<L>> rows = new ArrayList<>();
  private final OrderedList list = new OrderedList();
  private final Button add = new Button(t("shell.line.add"), Glyph.ADD.create(), _ -> add(null));
  private final ChoiceField<P> products = new ChoiceField<>(t("shell.line.product"));
  private final transient LineRow.Place<L> place = new Rows();
  private String currency = "";
  private Runnable changed = () -> {};

  /**
   * Without any line.
   *
   * @param known products that lines can be made from
   */
  public LinesField(LineForm<L, P> form, List<P> known) {
    this.form = form;
    products.setItems(known);
    products.setItemLabelGenerator(form::name);
    products.setPlaceholder(t("shell.line.product.placeholder"));
    products.setVisible(!known.isEmpty());
    products.addValueChangeListener(
        chosen -> {
          if (chosen.getValue() != null) {
            add(form.from(chosen.getValue(), currency));
            products.clear();
          }
        });
    list.addClassName("quote-lines");
    var tools = new Div(add, products);
    tools.addClassName("quote-lines-tools");
    getContent().addClassName("quote-lines-field");
    getContent().add(list, tools);
  }

  /** Says above the lines what they are. */
  public LinesField<L, P> headed(String heading) {
    getContent().addComponentAsFirst(new H3(heading));
    return this;
  }

  public void onChange(Runnable listener) {
    changed = listener;
  }

  /**
   * Shows these lines.
   *
   * @param inCurrency ISO 4217, of the lines that are added; empty where none is chosen yet
   */
  public void show(List<L> lines, String inCurrency) {
    currency = inCurrency;
    rows.clear();
    lines.forEach(line -> rows.add(row(line)));
    arrange();
  }

  /** All is in another currency from now on. */
  public void currency(String chosen) {
    currency = chosen;
    rows.forEach(row -> row.currency(chosen));
  }

  private LineRow<L> row(@Nullable L line) {
    return new LineRow<>(form, line, currency, place);
  }

  private void add(@Nullable L line) {
    LineRow<L> row = row(line);
    rows.add(row);
    arrange();
    changed.run();
    row.focus();
  }

  private void arrange() {
    list.removeAll();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).place(i + 1, rows.size());
      list.add(rows.get(i));
    }
    add.setEnabled(rows.size() < LineRules.MAX_LINES);
    products.setEnabled(rows.size() < LineRules.MAX_LINES);
  }

  /** Those lines that are finished, in their order. */
  public List<L> finished() {
    return rows.stream().flatMap(row -> row.line().stream()).toList();
  }

  /** Whether a line is begun that is not finished. */
  public boolean isBegun() {
    return rows.stream().anyMatch(LineRow::isBegun);
  }

  /** Whether a line has a number that can't be read, or in more than one way. */
  public boolean isUnread() {
    return rows.stream().anyMatch(LineRow::isUnread);
  }

  /** Whether all lines are finished. */
  public boolean isFinished() {
    return rows.stream().noneMatch(row -> row.isUnfinished(false));
  }

  /** Whether all lines are finished; else fields that miss something say so, with the cursor. */
  public boolean isComplete() {
    boolean unfinished = false;
    for (LineRow<L> row : rows) {
      unfinished |= row.isUnfinished(true);
    }
    rows.stream().filter(row -> row.isUnfinished(false)).findFirst().ifPresent(LineRow::focusWrong);
    return !unfinished;
  }

  /** What each finished line comes to; none where that can't be said yet. */
  public void nets(List<BigDecimal> nets) {
    int at = 0;
    for (LineRow<L> row : rows) {
      Optional<L> line = row.line();
      row.net(line.isPresent() && at < nets.size() ? nets.get(at++) : null);
      row.problem("");
    }
  }

  /**
   * Says at a line what is wrong with it.
   *
   * @param line among the finished ones, from 1; 0 where it is all of them
   */
  public void problem(int line, String words) {
    List<LineRow<L>> reckoned = rows.stream().filter(row -> row.line().isPresent()).toList();
    if (line > 0 && line <= reckoned.size()) {
      reckoned.get(line - 1).problem(words);
    }
  }

  private final class Rows implements LineRow.Place<L> {

    @Override
    public void changed() {
      changed.run();
    }

    @Override
    public void move(LineRow<L> row, int by) {
      int from = rows.indexOf(row);
      int to = Math.clamp(from + by, 0, rows.size() - 1);
      rows.remove(from);
      rows.add(to, row);
      arrange();
      changed.run();
    }

    @Override
    public void remove(LineRow<L> row) {
      rows.remove(row);
      arrange();
      changed.run();
    }
  }
}
