package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.TextEncoding;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.value.Formulas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad file of the list gets a clear answer, for a row or for the whole file. */
class BadFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF", " \r\n ;; \r\n"})
  void aFileWithoutRowsIsEmpty(String text) {
    assertRefused(CsvSample.file(text), FileProblem.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"First Name,Last Name,Email", "Nom;Prénom\r\n\r\n", "Name\n"})
  void aHeaderAloneIsSaidToBeOne(String text) {
    assertRefused(CsvSample.file(text), FileProblem.HEADER_ONLY);
  }

  @Test
  void duplicateHeadersStayTellableApart() {
    var file = CsvSample.text("Email,Nom,Nom,Email\na@x.example,Dupont,Durand,b@x.example\n");
    assertThat(file.inspection().notes()).containsExactly(FileProblem.DUPLICATE_HEADERS);
    assertThat(file.inspection().headers()).containsExactly("Email", "Nom", "Nom (2)", "Email (2)");
    assertThat(Shown.emails(file.person(0).emails()))
        .containsExactly("OTHER a@x.example *", "OTHER b@x.example");
    assertThat(file.person(0).name().full()).isEqualTo("Dupont");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstHeader() {
    var file = CsvSample.text("\uFEFFEmail,Prénom,Nom\njean@x.example,Jean,Dupont\n");
    assertThat(file.inspection().headers()).containsExactly("Email", "Prénom", "Nom");
    assertThat(file.person(0).emails()).hasSize(1);
  }

  @Test
  void aPhoneThatASpreadsheetRoundedIsKeptAndMarked() {
    var file = CsvSample.text("Nom,Téléphone,Portable\nDupont,3.36E+10,\"3,36E+10\"\n");
    assertThat(Shown.phones(file.person(0).phones()))
        .containsExactly("OTHER 3.36E+10 * !", "MOBILE 3,36E+10 !");
    assertThat(file.problems(0)).containsExactly("PHONE_MANGLED@1", "PHONE_MANGLED@2");
    assertThat(file.rows().getFirst().imported()).isTrue();
  }

  @Test
  void rowsOfTheWrongLengthAreSaidToBeSo() {
    var file =
        CsvSample.text(
            """
            Prénom,Nom,Email
            Jean,Dupont
            Léa,Martin,lea@x.example,,
            Max,de,Lille,max@x.example
            """);
    assertThat(file.problems(0)).containsExactly("ROW_TOO_SHORT");
    assertThat(file.person(0).name().full()).isEqualTo("Jean Dupont");
    assertThat(file.problems(1)).isEmpty();
    assertThat(file.problems(2)).containsExactly("ROW_TOO_LONG");
    assertThat(file.rows().get(2).person()).isNull();
    assertThat(file.rows().get(2).refused()).isTrue();
    assertThat(file.rows().get(2).number()).isEqualTo(4);
    assertThat(file.rows().get(2).cells()).containsExactly("Max", "de", "Lille", "max@x.example");
  }

  @Test
  void aFormulaIsTextAndStaysText() {
    var file = CsvSample.text("Nom,Remarque\n\"=HYPERLINK(\"\"http://x\"\")\",'=1+1\n");
    assertThat(file.person(0).name().last()).contains("=HYPERLINK(\"http://x\")");
    assertThat(file.person(0).description()).isEqualTo("=1+1");
    assertThat(Formulas.neutralise("=1+1")).isEqualTo("'=1+1");
  }

  @Test
  void markupInAHeaderIsOnlyText() {
    var file =
        CsvSample.text("Nom,Email,<img src=x onerror=alert(1)>\nDupont,a@x.example,<b>x</b>\n");
    var column = file.inspection().columns().get(2);
    assertThat(column.header()).isEqualTo("<img src=x onerror=alert(1)>");
    assertThat(file.inspection().proposal().target(2)).isEqualTo(Target.IGNORE);
    assertThat(column.toString()).doesNotContain("<");
  }

  @Test
  void binaryGarbageIsRefused() {
    var garbage = new byte[100_000];
    new Random(7).nextBytes(garbage);
    garbage[0] = 'a';
    assertRefused(CsvSample.file(garbage), FileProblem.BINARY);
    assertRefused(CsvSample.file("PK\u0003\u0004xl/workbook.xml"), FileProblem.BINARY);
    assertRefused(CsvSample.file("%PDF-1.7\n"), FileProblem.PDF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts.vcf", "Takeout/Kontakte/x.html", "export/Clients été.CSV"})
  void aPackedFileIsToBeUnpackedAndIsNoWorkbook(String inside) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(inside));
      zip.write("Nom,Email\nDupont,a@x.example\n".getBytes(StandardCharsets.UTF_8));
    }

    assertRefused(CsvSample.file(out.toByteArray()), FileProblem.PACKED);
    assertRefused(CsvSample.file(new byte[] {0x1F, (byte) 0x8B, 8, 0}), FileProblem.PACKED);
  }

  @Test
  void anotherPackedFileIsNoPackedTable() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
    }

    assertRefused(CsvSample.file(out.toByteArray()), FileProblem.BINARY);
  }

  @Test
  void aQuotationMarkThatNeverClosesIsReportedWithItsRow() throws IOException {
    assertThatThrownBy(() -> CsvSample.text("Nom,Email\nDupont,a@x.example\n\"Durand,b@x\nc,d\n"))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(FileProblem.UNTERMINATED_QUOTE);
              assertThat(e.row()).isEqualTo(3);
            });
    assertRefused(CsvSample.file("\"Nom,Email\nDupont"), FileProblem.UNTERMINATED_QUOTE);
  }

  @Test
  void nulCharactersAreLeftOut() {
    var file = CsvSample.text("Nom,Email\nDu\0pont,a@x.example\nMartin,b@x.example\n");
    assertThat(file.person(0).name().full()).isEqualTo("Dupont");
    assertThat(file.problems(0)).containsExactly("NUL_REMOVED");
    assertThat(file.problems(1)).isEmpty();
  }

  @Test
  void aWrongEncodingIsNoticed() throws IOException {
    var file =
        CsvSample.file(
            "Nom;Ville\nLefèvre;Nîmes\nMartin;Lyon\n".getBytes(TextEncoding.WINDOWS_1252));
    var found = CsvFile.inspect(file);
    assertThat(found.dialect().charset()).isEqualTo(TextEncoding.WINDOWS_1252);
    var forced = CsvFile.inspect(file, found.dialect().withCharset(StandardCharsets.UTF_8));
    assertThat(forced.notes()).containsExactly(FileProblem.WRONG_ENCODING);
    var rows = CsvSample.read(file, forced, "FR");
    assertThat(rows.problems(0)).containsExactly("TEXT_DAMAGED");
    assertThat(rows.problems(1)).isEmpty();
  }

  @Test
  void aFewDamagedBytesDoNotMakeWindowsTextOfUnicode() throws IOException {
    var good = "Nom;Ville\n" + "Lefèvre;Nîmes\n".repeat(50);
    var bytes = (good + "Du?pont;Lyon\n").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 11] = (byte) 0xE9;
    assertThat(TextEncoding.detect(CsvSample.file(bytes))).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void aCellOfTwoHundredMegabytesRefusesItsRowOnly() throws IOException {
    var letters = new byte[1_000_000];
    Arrays.fill(letters, (byte) 'A');
    var start = "Nom,Email\n\"".getBytes(StandardCharsets.UTF_8);
    var end = "\",a@x.example\nB,b@x.example\n".getBytes(StandardCharsets.UTF_8);
    FileSource file =
        () ->
            new Chunks(
                Stream.of(
                        Stream.of(start), Stream.generate(() -> letters).limit(200), Stream.of(end))
                    .flatMap(s -> s)
                    .iterator());
    var inspection = CsvFile.inspect(file);
    var sample = CsvSample.read(file, inspection, "FR");
    assertThat(sample.problems(0)).containsExactly("CELL_TOO_LARGE@0");
    assertThat(sample.rows().getFirst().cells().getFirst()).isEmpty();
    assertThat(Shown.emails(sample.person(1).emails())).containsExactly("OTHER b@x.example *");
  }

  @Test
  void numbersAreReadInTheCountryOfTheEmployer() {
    var file =
        CsvSample.text(
            """
            First name,Last name,Phone,Company,Billing Country
            Anna,Weber,0221 556677,Weber GmbH,Germany
            Jean,Dupont,02 32 45 67 89,Dupont SA,
            """);
    assertThat(Shown.phones(file.person(0).phones())).containsExactly("WORK +49221556677 *");
    assertThat(Shown.phones(file.person(1).phones())).containsExactly("WORK +33232456789 *");
  }

  @Test
  void whatFitsNoFieldGoesIntoTheDescription() {
    var file =
        CsvSample.text(
            "Prénom,Nom,Email,Né(e) le,Pays,Téléphone\nJean,"
                + "D".repeat(120)
                + ",jean chez x,31/02/1980,Atlantide,poste 12\n");
    assertThat(file.problems(0))
        .containsExactlyInAnyOrder(
            "EMAIL_INVALID@2",
            "DATE_INVALID@3",
            "COUNTRY_UNKNOWN@4",
            "PHONE_NOT_UNDERSTOOD@5",
            "VALUE_SHORTENED@1");
    assertThat(file.person(0).description())
        .contains("Né(e) le: 31/02/1980")
        .contains("D".repeat(120));
    assertThat(file.person(0).name().last()).hasSize(100);
    assertThat(Shown.phones(file.person(0).phones())).containsExactly("OTHER poste 12 *");
    assertThat(file.person(0).addresses().getFirst().street()).isEqualTo("Atlantide");
  }

  @Test
  void aRowWithoutNameOrContactIsRefused() {
    var file = CsvSample.text("Prénom,Nom,Email,Ville\n,,,Lyon\n");
    assertThat(file.problems(0)).containsExactly("NAME_MISSING");
    assertThat(file.rows().getFirst().refused()).isTrue();
  }

  private static void assertRefused(FileSource file, FileProblem problem) {
    assertThatThrownBy(() -> CsvFile.inspect(file))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    assertThat(problem.fatal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nume;Prenume;Ora\u015f\nIonescu;\u015etefan;Bra\u015fov\n",
        "Nazwisko;Imi\u0119;Miasto\nW\u00f3jcik;Micha\u0142ina;\u0141\u00f3d\u017a\n"
      })
  void whatOlderProgramsOfCentralEuropeWriteIsReadAsIt(String table) throws IOException {
    var found = CsvFile.inspect(CsvSample.file(table.getBytes(TextEncoding.WINDOWS_1250)));

    assertThat(found.dialect().charset()).isEqualTo(TextEncoding.WINDOWS_1250);
    assertThat(found.sample().getFirst()).isEqualTo(List.of(table.split("\n")[1].split(";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nom;Surface\nLef\u00e8vre;12 m\u00b3\nDur\u00e1n;N\u00ba 5\n",
        "Nom;Note\nS\u0153ur;\u00bfQu\u00e9?\nHa\u00ffdn;1\u00b9 a\n"
      })
  void signsOfTheWestStayWhatTheyAre(String table) throws IOException {
    var file = CsvSample.file(table.getBytes(TextEncoding.WINDOWS_1252));
    var found = CsvFile.inspect(file);

    assertThat(found.dialect().charset()).isEqualTo(TextEncoding.WINDOWS_1252);
    assertThat(
            CsvFile.inspect(file, found.dialect().withCharset(TextEncoding.WINDOWS_1250)).notes())
        .isEmpty();
  }
}
