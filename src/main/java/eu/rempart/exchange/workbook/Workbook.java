package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.CellRows;
import eu.rempart.exchange.format.CountingInputStream;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workbook: its sheets, and the rows of one of them. The file is read anew for each. */
public abstract sealed class Workbook permits XlsxBook, OdsBook {

  /** Most sheets that are looked at. */
  static final int MAX_SHEETS = 200;

  /**
   * A sheet.
   *
   * @param name as its tab says, customer data
   * @param hidden whether its program shows no tab of it
   */
  public record Sheet(String name, boolean hidden) {

    @Override
    public String toString() {
      return "Sheet[hidden]";
    }
  }

  private final FileSource file;
  private final List<Sheet> sheets;

  Workbook(FileSource file, List<Sheet> sheets) {
    this.file = file;
    this.sheets = List.copyOf(sheets);
  }

  /**
   * The workbook that the file is, if it is one.
   *
   * @throws UnreadableFileException when it is a workbook that can't be read: sealed by a password,
   *     of a format that nobody reads here, damaged, or far larger than it seems
   */
  public static Optional<Workbook> find(FileSource file) throws IOException {
    return switch (Container.of(file)) {
      case XLSX -> Optional.of(XlsxBook.open(file));
      case ODS -> Optional.of(OdsBook.open(file));
      case XLSB, XLS -> throw new UnreadableFileException(FileProblem.WORKBOOK_OLD);
      case NUMBERS -> throw new UnreadableFileException(FileProblem.WORKBOOK_NUMBERS);
      case PROTECTED -> throw new UnreadableFileException(FileProblem.WORKBOOK_PROTECTED);
      case OTHER -> Optional.empty();
    };
  }

  /** Its sheets in order; never none. */
  public List<Sheet> sheets() {
    return sheets;
  }

  /**
   * The rows of a sheet from its first; the caller closes them.
   *
   * @param sheet from 0
   * @param bytes tells how far the file was read, to show progress
   */
  public abstract CellRows rows(int sheet, CountingInputStream bytes) throws IOException;

  /** The rows of a sheet; the caller closes them. */
  public final CellRows rows(int sheet) throws IOException {
    return rows(sheet, new CountingInputStream(file.open()));
  }

  /** The first rows of a sheet that have anything in them, at most so many. */
  public final List<List<String>> sample(int sheet, int most) throws IOException {
    var found = new ArrayList<List<String>>();
    try (var rows = rows(sheet)) {
      for (var row = rows.next(); row != null && found.size() < most; row = rows.next()) {
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
          found.add(row);
        }
      }
    }
    return found;
  }

  final FileSource file() {
    return file;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + sheets.size() + " sheets]";
  }
}
