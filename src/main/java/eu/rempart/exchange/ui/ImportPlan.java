package eu.rempart.exchange.ui;

import eu.rempart.common.CountryCode;
import eu.rempart.common.custom.CustomField;
import eu.rempart.exchange.csv.CsvDialect;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CsvInspection.SheetChoice;
import eu.rempart.exchange.csv.CustomProposal;
import eu.rempart.exchange.csv.Mapping;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.run.ImportFile;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.HomeCountry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the wizard knows so far about the file and how it is to be imported. */
final class ImportPlan {

  private final BroughtFile file;
  private @Nullable CsvInspection inspection;
  private @Nullable Mapping mapping;
  private PreviewStep.Choice choice;
  private final List<CustomField> own;

  private final Importer importer;

  private ImportPlan(
      Brought brought, @Nullable CountryCode home, List<CustomField> own, Importer importer) {
    this.importer = importer;
    this.own = own;
    this.file = brought.file();
    this.inspection = brought.inspection();
    this.mapping = inspection == null ? null : CustomProposal.of(inspection, own);
    this.choice = new PreviewStep.Choice(MatchPolicy.UPDATE, home, null, null, true);
  }

  /**
   * A plan for a file.
   *
   * @param own the organisation's own fields
   * @param importer whose the new records are to be that have no owner, unless nobody's
   */
  static ImportPlan of(Brought brought, List<CustomField> own, Importer importer) {
    return new ImportPlan(brought, HomeCountry.guess(), own, importer);
  }

  Importer importer() {
    return importer;
  }

  /** The organisation's own fields, as they were when the file came. */
  List<CustomField> own() {
    return own;
  }

  BroughtFile file() {
    return file;
  }

  /** What the rows are about. */
  ImportKind kind() {
    return inspection == null ? ImportKind.PEOPLE : inspection.kind();
  }

  boolean isCards() {
    return inspection == null;
  }

  CsvInspection inspection() {
    return Objects.requireNonNull(inspection);
  }

  Mapping mapping() {
    return Objects.requireNonNull(mapping);
  }

  PreviewStep.Choice choice() {
    return choice;
  }

  /** Whether anything is imported, and nothing is left to be asked. */
  boolean isMapped() {
    return mapping().importsAnything() && mapping().unsaid(inspection().columns()).isEmpty();
  }

  void map(Mapping chosen) {
    mapping = chosen;
  }

  void choose(PreviewStep.Choice chosen) {
    choice = chosen;
  }

  /** Looks again at the table; answers why it can't be read this way, and then keeps the former. */
  Optional<UnreadableFileException> correct(CsvDialect dialect, ImportKind kind) {
    SheetChoice sheets = inspection().sheets();
    return look(
        () ->
            sheets == null
                ? file.inspect(dialect, kind)
                : file.inspect(sheets.chosen(), dialect, kind));
  }

  /** Looks at another sheet of the workbook; likewise. */
  Optional<UnreadableFileException> turnTo(int sheet) {
    return look(() -> file.inspect(sheet, null, null));
  }

  /** Reads the file. */
  @FunctionalInterface
  private interface Look {
    CsvInspection take() throws IOException;
  }

  private Optional<UnreadableFileException> look(Look look) {
    try {
      CsvInspection again = look.take();
      boolean sameColumns =
          again.kind() == inspection().kind() && again.headers().equals(inspection().headers());
      inspection = again;
      mapping = sameColumns ? mapping : CustomProposal.of(again, own);
      return Optional.empty();
    } catch (UnreadableFileException e) {
      return Optional.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportFile toImport() {
    ImportOptions options =
        new ImportOptions(
            choice.home(),
            Formats.zone(),
            choice.otherStage(),
            choice.mine() ? importer.id() : null);
    return isCards()
        ? file.cards(options, choice.encoding())
        : file.table(inspection(), mapping(), options);
  }
}
