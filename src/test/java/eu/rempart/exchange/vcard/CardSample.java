package eu.rempart.exchange.vcard;

import eu.rempart.common.CountryCode;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** What is read of a file of cards. */
record CardSample(List<ImportedRow> rows) {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  static CardSample resource(String name, String home) {
    return of(
        () -> Objects.requireNonNull(CardSample.class.getResourceAsStream("/import/" + name)),
        home);
  }

  static CardSample bytes(byte[] bytes) {
    return of(() -> new ByteArrayInputStream(bytes), "FR");
  }

  static CardSample of(FileSource file, String home) {
    try (var rows = VCardFile.read(file, new ImportOptions(CountryCode.of(home)), CLOCK)) {
      return new CardSample(rows.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportedPerson person(int row) {
    return Objects.requireNonNull(rows.get(row).person());
  }

  List<String> problems(int row) {
    return rows.get(row).problems().stream().map(p -> p.code().name()).toList();
  }
}
