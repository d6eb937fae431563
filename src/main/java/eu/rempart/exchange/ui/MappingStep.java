package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.number.NumberConvention;
import eu.rempart.exchange.csv.CsvColumn;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CustomProposal;
import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.csv.Mapping;
import eu.rempart.exchange.csv.Target;
import eu.rempart.exchange.csv.writing.CellReading;
import eu.rempart.exchange.csv.writing.ColumnWriting;
import eu.rempart.exchange.value.Amounts;
import eu.rempart.exchange.value.DateOrder;
import eu.rempart.exchange.value.Dates;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The third step, for tables: what each column becomes. */
final class MappingStep extends Div {

  private static final long serialVersionUID = 1L;

  /** Of the room that is left, for each column. */
  private static final int SHARE = 1;

  private final transient CsvInspection found;
  private final transient Consumer<Mapping> changed;
  private final transient Map<Target, String> names = new LinkedHashMap<>();
  private final Paragraph warning = new Paragraph();
  private transient Mapping mapping;

  /**
   * The columns of a table.
   *
   * @param own the organisation's own fields
   */
  MappingStep(
      CsvInspection found, Mapping mapping, List<CustomField> own, Consumer<Mapping> changed) {
    this.found = found;
    this.mapping = mapping;
    this.changed = changed;
    Arrays.stream(Field.values())
        .filter(field -> field.isOf(found.kind()) && !field.isCustom())
        .forEach(field -> names.put(Target.of(field), t(field.key())));
    CustomProposal.targets(own, found.kind())
        .forEach(target -> names.put(target, t(target.field().key()) + ": " + label(target)));
    addClassName("import-mapping");
    warning.addClassName("import-problem");
    warning.getElement().setAttribute("role", "status");
    add(
        new H2(t("exchange.mapping.title")),
        new Paragraph(t("exchange.mapping.sentence")),
        warning,
        grid());
    warn();
  }

  private Grid<CsvColumn> grid() {
    Grid<CsvColumn> grid = new Grid<>();
    grid.addClassName("import-columns");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addColumn(FoundStep::header)
        .setHeader(t("exchange.mapping.column"))
        .setKey("column")
        .setFlexGrow(SHARE);
    Grid.Column<CsvColumn> examples =
        grid.addColumn(column -> String.join(" · ", column.examples()))
            .setHeader(t("exchange.mapping.examples"))
            .setKey("examples")
            .setFlexGrow(SHARE);
    Grid.Column<CsvColumn> target =
        grid.addComponentColumn(this::target)
            .setHeader(t("exchange.mapping.target"))
            .setKey("target");
    Phone.watch(
        grid,
        narrow -> {
          examples.setVisible(!narrow); // the step before showed rows
          // there the names of columns take two lines, and what they become the more room
          grid.removeThemeVariants(GridVariant.WRAP_CELL_CONTENT);
          if (narrow) {
            grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
          }
          target.setFlexGrow(narrow ? 2 * SHARE : SHARE);
        });
    grid.setAllRowsVisible(true);
    grid.setItems(found.columns());
    return grid;
  }

  private static String label(Target target) {
    return target.custom() == null ? "" : CustomBook.label(target.custom());
  }

  /** Without the tie between columns, which nobody chooses. */
  private static Target chosen(Target target) {
    return target.custom() == null ? Target.of(target.field()) : target;
  }

  private Component target(CsvColumn column) {
    ChoiceField<Target> box = new ChoiceField<>();
    Select<CellReading> reading = reading(column);
    box.setAriaLabel(t("exchange.mapping.target_of", FoundStep.header(column)));
    box.setItems(List.copyOf(names.keySet()));
    box.setItemLabelGenerator(target -> names.getOrDefault(target, label(target)));
    box.setValue(chosen(mapping.target(column.index())));
    box.addValueChangeListener(
        event -> {
          choose(column, event.getValue() == null ? Target.IGNORE : event.getValue());
          ask(column, reading);
        });
    var both = new Div(box, reading);
    both.addClassName("import-target");
    return both;
  }

  /** What a number or a date means that could be two: asked once for the whole column. */
  private Select<CellReading> reading(CsvColumn column) {
    Select<CellReading> select = new Select<>();
    select.setAriaLabel(t("exchange.mapping.asked_of", FoundStep.header(column)));
    ask(column, select);
    select.addValueChangeListener(
        event -> {
          if (event.getValue() != null) {
            mapping = mapping.withReading(column.index(), event.getValue());
            warn();
            changed.accept(mapping);
          }
        });
    return select;
  }

  /** Asks what the target of the column makes of it to ask, if anything. */
  private void ask(CsvColumn column, Select<CellReading> select) {
    Optional<ColumnWriting> question = mapping.question(column);
    select.setVisible(question.isPresent());
    question.ifPresent(
        asked -> {
          select.setPlaceholder(t("exchange.mapping.asked", asked.open()));
          select.setItems(asked.choices());
          select.setItemLabelGenerator(
              choice ->
                  meaning(asked.open(), choice)
                      .map(means -> t("exchange.mapping.asked.means", asked.open(), means))
                      .orElse(asked.open()));
          mapping.answer(column, asked).ifPresent(select::setValue);
        });
  }

  private static Optional<String> meaning(String open, CellReading reading) {
    return switch (reading) {
      case DECIMAL_COMMA -> number(open, NumberConvention.DECIMAL_COMMA);
      case DECIMAL_POINT -> number(open, NumberConvention.DECIMAL_POINT);
      case DAY_FIRST -> day(open, DateOrder.DAY_FIRST);
      case MONTH_FIRST -> day(open, DateOrder.MONTH_FIRST);
    };
  }

  private static Optional<String> number(String open, NumberConvention convention) {
    return Amounts.parse(open, convention).map(amount -> Formats.number(amount.value()));
  }

  private static Optional<String> day(String open, DateOrder order) {
    return Dates.day(open, order, LocalDate.now(Formats.zone())).map(Formats::date);
  }

  private void choose(CsvColumn column, Target target) {
    Target proposed = found.proposal().target(column.index());
    mapping = mapping.with(column.index(), chosen(proposed).equals(target) ? proposed : target);
    warn();
    changed.accept(mapping);
  }

  private void warn() {
    String twice = twice();
    String unsaid =
        mapping.unsaid(found.columns()).stream()
            .map(FoundStep::header)
            .collect(Collectors.joining(", "));
    warning.setText(
        !mapping.importsAnything()
            ? t("exchange.mapping.nothing")
            : unsaid.isEmpty()
                ? t("exchange.mapping.twice", twice)
                : t("exchange.mapping.asked.unsaid", unsaid));
    warning.setVisible(!mapping.importsAnything() || !twice.isEmpty() || !unsaid.isEmpty());
  }

  /** Fields that take one value and have several columns. */
  private String twice() {
    List<Target> targets = mapping.targets();
    return targets.stream()
        .filter(target -> !target.field().several())
        .distinct()
        .filter(target -> targets.stream().filter(target::equals).count() > 1)
        .map(target -> names.getOrDefault(chosen(target), ""))
        .collect(Collectors.joining(", "));
  }
}
