package eu.rempart.exchange.csv;

import eu.rempart.exchange.csv.CsvInspection.SheetChoice;
import eu.rempart.exchange.csv.token.CsvDialectDetector;
import eu.rempart.exchange.csv.token.CsvTokenizer;
import eu.rempart.exchange.csv.writing.DateWriting;
import eu.rempart.exchange.csv.writing.NumberWriting;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedRows;
import eu.rempart.exchange.format.TextEncoding;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.value.DateOrder;
import eu.rempart.exchange.value.Dates;
import eu.rempart.exchange.value.Formulas;
import eu.rempart.exchange.value.TextKey;
import eu.rempart.exchange.workbook.Workbook;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a table: first a look at it, then its rows. */
public final class CsvFile {

  private static final int SAMPLE = 1 << 18;
  private static final int SHOWN_ROWS = 20;
  private static final int SHOWN_FOREIGN = 5;
  private static final int MAX_COLUMNS = 1_000;

  /** Of these names of columns each report in English has one. */
  private static final Set<String> ENGLISH =
      Set.of("first name", "last name", "account name", "opportunity name");

  private CsvFile() {}

  /**
   * Finds out how a table is written, who wrote it and what its columns mean. Reads the file once
   * for its encoding, and its first 256 kB again; of a workbook the first sheet that has a table.
   *
   * @throws UnreadableFileException when it can't be imported at all
   */
  public static CsvInspection inspect(FileSource file) throws IOException {
    var book = Workbook.find(file);
    return book.isPresent()
        ? SheetTables.inspect(book.get())
        : inspect(file, TextEncoding.detect(file), null, null);
  }

  /**
   * Looks again after a person corrected how the table is written.
   *
   * @throws UnreadableFileException when it can't be imported at all
   */
  public static CsvInspection inspect(FileSource file, CsvDialect corrected) throws IOException {
    return inspect(file, TextEncoding.detect(file), corrected, null);
  }

  /**
   * Looks again after a person also said what the rows are about.
   *
   * @throws UnreadableFileException when it can't be imported at all
   */
  public static CsvInspection inspect(FileSource file, CsvDialect corrected, ImportKind kind)
      throws IOException {
    var book = Workbook.find(file);
    return book.isPresent()
        ? SheetTables.inspect(book.get(), null, corrected, kind)
        : inspect(file, TextEncoding.detect(file), corrected, kind);
  }

  /**
   * Looks again after a person corrected how the table of a workbook's sheet is written.
   *
   * @param sheet its number, from 0
   * @param corrected null to find it out, as for another sheet
   * @param kind what the rows are about; null to find it out
   * @throws UnreadableFileException when it can't be imported at all
   */
  public static CsvInspection inspect(
      FileSource file, int sheet, @Nullable CsvDialect corrected, @Nullable ImportKind kind)
      throws IOException {
    return SheetTables.inspect(
        Workbook.find(file)
            .orElseThrow(() -> new UnreadableFileException(FileProblem.WORKBOOK_BROKEN)),
        sheet,
        corrected,
        kind);
  }

  /**
   * Reads the rows one after the other; the caller closes them.
   *
   * @param inspection of this file, for the names of its columns and its source
   * @param clock to tell birthdays of the past from the future
   */
  public static ImportedRows read(
      FileSource file,
      CsvInspection inspection,
      Mapping mapping,
      ImportOptions options,
      Clock clock)
      throws IOException {
    return new CsvRows(file, inspection, mapping, options, clock);
  }

  private static CsvInspection inspect(
      FileSource file, Charset detected, @Nullable CsvDialect corrected, @Nullable ImportKind kind)
      throws IOException {
    var charset = corrected == null ? detected : corrected.charset();
    var sample = sample(file, charset);
    var quote = corrected == null ? CsvDialectDetector.quote(sample) : corrected.quote();
    var delimiter =
        corrected == null ? CsvDialectDetector.delimiter(sample, quote) : corrected.delimiter();
    var rows = new ArrayList<>(CsvDialectDetector.rows(sample, delimiter, quote));
    if (CsvDialectDetector.isSeparatorLine(sample)) {
      rows.removeFirst();
    }
    var whole = sample.length() < SAMPLE - 1;
    if (sample.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new UnreadableFileException(FileProblem.EMPTY);
    }
    var above = corrected == null ? Headers.above(rows) : Math.min(corrected.above(), rows.size());
    rows.subList(0, above).clear();
    if (rows.isEmpty()) {
      refuse(sample, delimiter, quote);
      throw new UnreadableFileException(FileProblem.EMPTY);
    }
    var header = corrected == null ? Headers.present(rows) : corrected.header();
    if (header && rows.size() == 1 && whole) {
      refuse(sample, delimiter, quote);
      throw new UnreadableFileException(FileProblem.HEADER_ONLY);
    }
    var notes = new ArrayList<FileProblem>();
    if (!charset.equals(detected) && (isUnicode(charset) || isUnicode(detected))) {
      notes.add(FileProblem.WRONG_ENCODING);
    }
    var written = new CsvDialect(charset, delimiter, quote, header, DateOrder.DAY_FIRST, above);
    var found = inspect(rows, written, corrected, kind, notes, null);
    return whole ? found : ColumnConventions.decided(file, found);
  }

  /**
   * What the rows of a table are, the header first where it has one.
   *
   * @param written how it is written, as far as its rows don't tell
   * @param corrected how a person said that it is written; null where nobody did
   * @param notes what is worth knowing so far
   */
  static CsvInspection inspect(
      List<List<String>> rows,
      CsvDialect written,
      @Nullable CsvDialect corrected,
      @Nullable ImportKind kind,
      List<FileProblem> notes,
      @Nullable SheetChoice sheets) {
    var header = written.header();
    var first = rows.getFirst();
    if (first.size() > MAX_COLUMNS) {
      throw new UnreadableFileException(FileProblem.TOO_MANY_COLUMNS, 1);
    }
    if (header && Headers.repeated(first)) {
      notes.add(FileProblem.DUPLICATE_HEADERS);
    }
    if (!header) {
      notes.add(FileProblem.NO_HEADER);
    }
    var headers = header ? Headers.distinct(first) : first.stream().map(_ -> "").toList();
    var data = header ? rows.subList(1, rows.size()) : rows;
    var table = AliasTable.detect(headers, kind);
    var proposal = Proposal.of(table, headers, data);
    var dialect =
        corrected == null
            ? written.withDateOrder(dateOrder(table.source(), headers, proposal, data))
            : corrected;
    return new CsvInspection(
        table.kind(),
        dialect,
        table.source(),
        columns(headers, data, sheets != null),
        proposal,
        List.copyOf(notes),
        Stream.concat(
                data.stream().limit(SHOWN_ROWS),
                data.stream()
                    .skip(SHOWN_ROWS)
                    .filter(CsvInspection::hasForeignLetters)
                    .limit(SHOWN_FOREIGN))
            .map(List::copyOf)
            .toList(),
        sheets);
  }

  /** Encodings of single bytes are hardly told apart: whoever chooses one knows. */
  private static boolean isUnicode(Charset charset) {
    return charset.name().startsWith("UTF-");
  }

  /** Says so when a quotation mark that never closes is why there are no rows. */
  private static void refuse(String sample, char delimiter, char quote) throws IOException {
    try (var tokens = new CsvTokenizer(new StringReader(sample), delimiter, quote)) {
      var row = tokens.next();
      while (row != null) {
        row = tokens.next();
      }
    }
  }

  private static List<CsvColumn> columns(
      List<String> headers, List<List<String>> rows, boolean typed) {
    var columns = new ArrayList<CsvColumn>();
    for (var i = 0; i < headers.size(); i++) {
      var cells = values(rows, i).stream().map(Formulas::undo).toList();
      columns.add(
          new CsvColumn(
              i,
              headers.get(i),
              values(rows, i).stream().distinct().limit(3).toList(),
              typed ? NumberWriting.ofSheet(cells) : NumberWriting.of(cells),
              DateWriting.of(cells)));
    }
    return columns;
  }

  private static DateOrder dateOrder(
      ImportSource source, List<String> headers, Mapping mapping, List<List<String>> rows) {
    var usual =
        switch (source) {
          case OUTLOOK_EN -> DateOrder.MONTH_FIRST;
          // its reports are in the language of whoever made them, and so are their dates
          case SALESFORCE_REPORT ->
              headers.stream().map(TextKey::of).anyMatch(ENGLISH::contains)
                  ? DateOrder.MONTH_FIRST
                  : DateOrder.DAY_FIRST;
          default -> DateOrder.DAY_FIRST;
        };
    return Dates.order(values(mapping, Target.DATES, rows)).orElse(usual);
  }

  private static List<String> values(Mapping mapping, Set<Field> fields, List<List<String>> rows) {
    var found = new ArrayList<String>();
    for (var i = 0; i < mapping.targets().size(); i++) {
      if (fields.contains(mapping.target(i).field())) {
        found.addAll(values(rows, i));
      }
    }
    return found;
  }

  private static List<String> values(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(r -> r.size() > column && !r.get(column).isBlank())
        .map(r -> r.get(column))
        .toList();
  }

  private static String sample(FileSource file, Charset charset) throws IOException {
    try (var in = new InputStreamReader(file.open(), charset)) {
      var buffer = new char[SAMPLE];
      var n = 0;
      while (n < SAMPLE) {
        var more = in.read(buffer, n, SAMPLE - n);
        if (more < 0) {
          break;
        }
        n += more;
      }
      var text = new String(buffer, 0, n);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
  }
}
