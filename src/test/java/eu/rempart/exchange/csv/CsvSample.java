package eu.rempart.exchange.csv;

import eu.rempart.common.CountryCode;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** A table and what is read of it with the mapping that is proposed. */
record CsvSample(CsvInspection inspection, List<ImportedRow> rows) {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  static CsvSample resource(String name, String home) {
    return of(
        () -> Objects.requireNonNull(CsvSample.class.getResourceAsStream("/import/" + name)), home);
  }

  static CsvSample text(String text) {
    return of(file(text), "FR");
  }

  static FileSource file(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static FileSource file(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  static CsvSample of(FileSource file, String home) {
    try {
      return read(file, CsvFile.inspect(file), home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CsvSample read(FileSource file, CsvInspection inspection, String home) {
    return read(file, inspection, inspection.proposal(), home);
  }

  static CsvSample read(FileSource file, CsvInspection inspection, Mapping mapping, String home) {
    var options = new ImportOptions(CountryCode.of(home));
    try (var rows = CsvFile.read(file, inspection, mapping, options, CLOCK)) {
      return new CsvSample(inspection, rows.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportedPerson person(int row) {
    return Objects.requireNonNull(rows.get(row).person());
  }

  /** The codes of a row's problems, as in {@code PHONE_MANGLED@2}. */
  List<String> problems(int row) {
    return rows.get(row).problems().stream()
        .map(p -> p.code() + (p.column() < 0 ? "" : "@" + p.column()))
        .toList();
  }
}
