package eu.rempart.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.exchange.csv.CsvFile;
import eu.rempart.exchange.csv.ErrorFile;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.value.Formulas;
import eu.rempart.exchange.vcard.VCardExport;
import eu.rempart.exchange.vcard.VCardFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final ImportOptions HOME = new ImportOptions(CountryCode.of("FR"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+33612345678 ext. 5",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "'=1",
        "'",
        "",
        "''+x",
        "  =1+1",
        "\"=1+1",
        "'\"\u00A0@x",
        "\uFF1D1",
        " l'été",
        "\"cited\"",
        "plain",
        "l'été"
      })
  void neutralisedCellsComeBackAsTheyWere(String cell) {
    assertThat(Formulas.undo(Formulas.neutralise(cell))).isEqualTo(cell);
    assertThat(Formulas.neutralise(cell)).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+4915112345678", "+33 6 12 34 56 78", "+33 (0)6-12.34"})
  void phonesAreExportedAsTheyAre(String phone) {
    assertThat(Formulas.neutralise(phone)).isEqualTo(phone);
    assertThat(Formulas.undo(phone)).isEqualTo(phone);
    assertThat(Formulas.undo("'" + phone)).as("a file of former versions").isEqualTo(phone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+1+1", "+A1", "+33 6;=1", "+", "+cmd|' /C calc'!A0", "+33\n=1", " +33 6", "+1*2"})
  void whatOnlyBeginsAsAPhoneIsNeutralised(String cell) {
    assertThat(Formulas.neutralise(cell)).startsWith("'");
    assertThat(Formulas.undo(Formulas.neutralise(cell))).isEqualTo(cell);
  }

  @Test
  void aTableIsReadBackWithItsPhonesAndWithoutRunningFormulas() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var export = new CsvExport(out, ';', List.of("Prénom", "Nom", "Téléphone", "Notes"))) {
      export.row(List.of("Ștefan", "Ță;ra\"nu", "+33 6 12 34 56 78", "=cmd|' /C calc'!A0"));
    }
    var text = out.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("\uFEFFPrénom;Nom;")
        .contains(";+33 6 12 34 56 78;")
        .contains("'=cmd");
    var rows = readTable(() -> new ByteArrayInputStream(out.toByteArray()));
    var person = Objects.requireNonNull(rows.getFirst().person());
    assertThat(person.name().last()).isEqualTo("Ță;ra\"nu");
    assertThat(Shown.phones(person.phones())).containsExactly("MOBILE +33612345678 *");
    assertThat(person.description()).isEqualTo("=cmd|' /C calc'!A0");
  }

  @Test
  void theErrorFileHasTheRowAndTheReason() throws IOException {
    var rows = readTable(file("Prénom,Nom,Email\nJean,Dupont,jean@x.example\nMax,de,Lille,=1+1\n"));
    var out = new ByteArrayOutputStream();
    try (var errors =
        new ErrorFile(
            out,
            ',',
            List.of("Prénom", "Nom", "Email"),
            "Row",
            "Reason",
            problem -> problem.code().key())) {
      rows.stream().filter(ImportedRow::refused).forEach(errors::add);
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "\uFEFFPrénom,Nom,Email,Row,Reason", "Max,de,Lille,3,exchange.problem.row_too_long");
  }

  @ParameterizedTest
  @EnumSource(VCardExport.Version.class)
  void cardsAreReadBackAsTheyWere(VCardExport.Version version) throws IOException {
    FileSource resource =
        () -> Objects.requireNonNull(getClass().getResourceAsStream("/import/google.csv"));
    var rows = readTable(resource);
    var out = new ByteArrayOutputStream();
    try (var export = new VCardExport(out, version)) {
      for (var row : rows) {
        export.person(Objects.requireNonNull(row.person()), row.companies());
      }
      export.company(rows.getFirst().companies().getFirst().company());
    }
    try (var cards =
        VCardFile.read(() -> new ByteArrayInputStream(out.toByteArray()), HOME, CLOCK)) {
      for (var row : rows) {
        var before = Objects.requireNonNull(row.person());
        var after = Objects.requireNonNull(cards.next().person());
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(after.birthday()).isEqualTo(before.birthday());
        assertThat(after.description()).isEqualTo(before.description());
        assertThat(after.emails()).containsExactlyElementsOf(before.emails());
        assertThat(Shown.phones(after.phones()))
            .containsExactlyElementsOf(Shown.phones(before.phones()));
        assertThat(Shown.addresses(after.addresses()))
            .containsExactlyElementsOf(Shown.addresses(before.addresses()));
      }
      var company = cards.next();
      assertThat(company.person()).isNull();
      assertThat(company.companies().getFirst().company().name()).isEqualTo("Boulangerie Lefèvre");
    }
  }

  private static FileSource file(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<ImportedRow> readTable(FileSource file) throws IOException {
    var inspection = CsvFile.inspect(file);
    try (var rows = CsvFile.read(file, inspection, inspection.proposal(), HOME, CLOCK)) {
      return rows.stream().toList();
    }
  }
}
