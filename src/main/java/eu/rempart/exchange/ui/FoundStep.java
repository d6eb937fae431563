package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import eu.rempart.exchange.csv.CsvColumn;
import eu.rempart.exchange.csv.CsvDialect;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CsvInspection.SheetChoice;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.TextEncoding;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The second step, for tables: what was found, to be corrected. */
final class FoundStep extends Div {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN_ROWS = 5;

  private final transient CsvDialect dialect;
  private final ImportKind kind;
  private final transient BiConsumer<CsvDialect, ImportKind> corrected;

  /**
   * @param kinds those that whoever imports may bring
   * @param corrected called with every correction; answers by a new step
   * @param turnedTo called with the number of another sheet of a workbook; answers likewise
   */
  FoundStep(
      CsvInspection found,
      Set<ImportKind> kinds,
      BiConsumer<CsvDialect, ImportKind> corrected,
      IntConsumer turnedTo) {
    this.dialect = found.dialect();
    this.kind = found.kind();
    this.corrected = corrected;
    addClassName("import-found");
    Paragraph source = new Paragraph(t("exchange.found.source", t(found.source().key())));
    source.addClassName("import-source");
    Div choices = new Div(holds(kinds));
    SheetChoice sheets = found.sheets();
    if (sheets == null) {
      choices.add(encoding(), delimiter());
    } else {
      choices.add(sheet(sheets, turnedTo));
    }
    choices.add(header());
    choices.addClassName("import-choices");
    add(new H2(t("exchange.found.title")), source, notes(found), choices);
    if (!kinds.contains(kind)) {
      Paragraph refused = new Paragraph(t("exchange.found.forbidden"));
      refused.addClassName("import-problem");
      refused.getElement().setAttribute("role", "alert");
      add(refused);
    }
    add(sample(found));
  }

  private static UnorderedList notes(CsvInspection found) {
    UnorderedList notes = new UnorderedList();
    notes.addClassName("import-notes");
    found.notes().forEach(note -> notes.add(new ListItem(t(note.key()))));
    notes.setVisible(!found.notes().isEmpty());
    return notes;
  }

  /** What the rows are about; a kind that was found stays to be seen, be it allowed or not. */
  private Select<ImportKind> holds(Set<ImportKind> kinds) {
    Select<ImportKind> select = new Select<>();
    select.setLabel(t("exchange.found.holds"));
    select.setItems(
        Arrays.stream(ImportKind.values())
            .filter(one -> one == kind || kinds.contains(one))
            .toList());
    select.setItemLabelGenerator(one -> t(one.key()));
    select.setValue(kind);
    select.addValueChangeListener(
        event -> {
          if (event.getValue() != null) {
            corrected.accept(dialect, event.getValue());
          }
        });
    return select;
  }

  private static Select<Integer> sheet(SheetChoice sheets, IntConsumer turnedTo) {
    Select<Integer> select = new Select<>();
    select.setLabel(t("exchange.found.sheet"));
    select.setItems(IntStream.range(0, sheets.names().size()).boxed().toList());
    select.setItemLabelGenerator(
        one ->
            sheets.hidden().contains(one)
                ? t("exchange.found.sheet.hidden", sheets.names().get(one))
                : sheets.names().get(one));
    select.setValue(sheets.chosen());
    select.addValueChangeListener(
        event -> {
          if (event.getValue() != null) {
            turnedTo.accept(event.getValue());
          }
        });
    return select;
  }

  private Select<Charset> encoding() {
    return select(
        t("exchange.found.encoding"),
        dialect.charset(),
        charset -> dialect.withCharset(charset),
        Encodings::label,
        Stream.concat(TextEncoding.CHOICES.stream(), Stream.of(dialect.charset()))
            .distinct()
            .toList());
  }

  private Select<Character> delimiter() {
    return select(
        t("exchange.found.delimiter"),
        dialect.delimiter(),
        sign -> dialect.withDelimiter(sign),
        FoundStep::name,
        List.of(',', ';', '\t', '|'));
  }

  private static String name(Character delimiter) {
    return switch (delimiter) {
      case ';' -> t("exchange.found.delimiter.semicolon");
      case '\t' -> t("exchange.found.delimiter.tab");
      case '|' -> t("exchange.found.delimiter.bar");
      default -> t("exchange.found.delimiter.comma");
    };
  }

  private Checkbox header() {
    Checkbox header = new Checkbox(t("exchange.found.header"), dialect.header());
    correctBy(header, value -> dialect.withHeader(value));
    return header;
  }

  private <T> Select<T> select(
      String label,
      T value,
      Function<T, CsvDialect> correction,
      ItemLabelGenerator<T> name,
      List<T> items) {
    Select<T> select = new Select<>();
    select.setLabel(label);
    select.setItems(items);
    select.setItemLabelGenerator(name);
    select.setValue(value);
    correctBy(select, correction);
    return select;
  }

  private <T> void correctBy(HasValue<?, T> field, Function<T, CsvDialect> correction) {
    field.addValueChangeListener(
        event -> {
          if (event.getValue() != null) {
            corrected.accept(correction.apply(event.getValue()), kind);
          }
        });
  }

  /** The first rows as they are read now; cells and headers are text, never markup. */
  private static Grid<List<String>> sample(CsvInspection found) {
    Grid<List<String>> grid = new Grid<>();
    grid.addClassName("import-sample");
    grid.setItems(shown(found.sample()));
    grid.setAllRowsVisible(true);
    for (CsvColumn column : found.columns()) {
      int i = column.index();
      grid.addColumn(row -> i < row.size() ? row.get(i) : "")
          .setHeader(new Span(header(column)))
          .setWidth("10rem");
    }
    return grid;
  }

  /** The first rows, and instead of the last ones those that show foreign letters, if no other. */
  private static List<List<String>> shown(List<List<String>> sample) {
    List<List<String>> first = sample.stream().limit(SHOWN_ROWS).toList();
    if (first.stream().anyMatch(CsvInspection::hasForeignLetters)) {
      return first;
    }
    List<List<String>> foreign =
        sample.stream().filter(CsvInspection::hasForeignLetters).limit(SHOWN_ROWS - 2L).toList();
    return Stream.concat(first.stream().limit(SHOWN_ROWS - (long) foreign.size()), foreign.stream())
        .toList();
  }

  static String header(CsvColumn column) {
    return column.header().isEmpty()
        ? t("exchange.column.number", column.index() + 1)
        : column.header();
  }
}
