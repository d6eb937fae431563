package eu.rempart.exchange.run.upload;

import eu.rempart.exchange.csv.CsvDialect;
import eu.rempart.exchange.csv.CsvFile;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.Mapping;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.run.ImportFile;
import eu.rempart.exchange.vcard.VCardFile;
import eu.rempart.exchange.workbook.Workbook;
import eu.rempart.vault.spool.SpooledFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody uploaded, on disk only encrypted. Whoever holds it closes it; the import
 * that was started with it does so itself.
 */
public final class BroughtFile implements AutoCloseable {

  private final String name;
  private final SpooledFile spooled;
  private final FileSource source;
  private final Clock clock;

  BroughtFile(String name, SpooledFile spooled, Clock clock) {
    this.name = name;
    this.spooled = spooled;
    this.source = spooled::read;
    this.clock = clock;
  }

  /** As it was uploaded: customer data. */
  public String name() {
    return name;
  }

  /** Bytes in clear. */
  public long size() {
    return spooled.size();
  }

  /**
   * Whether it has vCards, and not a table.
   *
   * @throws eu.rempart.exchange.format.UnreadableFileException if it can't be imported at all
   */
  public boolean isCards() throws IOException {
    return Workbook.find(source).isEmpty() && VCardFile.recognises(source);
  }

  /**
   * What a look at the table finds.
   *
   * @throws eu.rempart.exchange.format.UnreadableFileException if it can't be imported at all
   */
  public CsvInspection inspect() throws IOException {
    return CsvFile.inspect(source);
  }

  /** As {@link #inspect()}, after a person corrected how the table is written. */
  public CsvInspection inspect(CsvDialect corrected) throws IOException {
    return CsvFile.inspect(source, corrected);
  }

  /** As {@link #inspect(CsvDialect)}, after a person also said what the rows are about. */
  public CsvInspection inspect(CsvDialect corrected, ImportKind kind) throws IOException {
    return CsvFile.inspect(source, corrected, kind);
  }

  /**
   * What a look at a sheet of a workbook finds.
   *
   * @param sheet its number, from 0
   * @param corrected how a person said that it is written; null to find it out
   * @param kind what its rows are about; null to find it out
   */
  public CsvInspection inspect(int sheet, @Nullable CsvDialect corrected, @Nullable ImportKind kind)
      throws IOException {
    return CsvFile.inspect(source, sheet, corrected, kind);
  }

  /** The table, to be read in this way. */
  public ImportFile table(CsvInspection inspection, Mapping mapping, ImportOptions options) {
    return new ImportFile(
        inspection.kind(),
        name,
        size(),
        inspection.source(),
        inspection.headers(),
        options,
        () -> CsvFile.read(source, inspection, mapping, options, clock),
        this::close);
  }

  /** The cards, each line by its own encoding. */
  public ImportFile cards(ImportOptions options) {
    return cards(options, null);
  }

  /**
   * The cards.
   *
   * @param encoding that a person chose; null to find it out line by line
   */
  public ImportFile cards(ImportOptions options, @Nullable Charset encoding) {
    return new ImportFile(
        name,
        size(),
        ImportSource.VCARD,
        List.of("FN"), // what a row's cells of a card are
        () -> VCardFile.read(source, encoding, options, clock),
        this::close);
  }

  @Override
  public void close() {
    spooled.close();
  }

  @Override
  public String toString() {
    return "BroughtFile[" + size() + " bytes]";
  }
}
