package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.workbook.Zipped;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sheets of workbooks are read as tables are. */
class SheetsTest {

  private static String row(String... cells) {
    var row = new StringBuilder("<row>");
    for (var cell : cells) {
      row.append(
          cell.startsWith("<") ? cell : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static FileSource file(Zipped zipped) {
    return CsvSample.file(zipped.bytes());
  }

  private static CsvSample read(String... rows) {
    return CsvSample.of(file(Zipped.xlsx(String.join("", rows))), "FR");
  }

  @Test
  void peopleOfSheetAreRead() {
    var file =
        read(
            row("First Name", "Last Name", "Birthday", "Phone", "Email"),
            row(
                "Zoé",
                "Dupont",
                "<c s=\"1\"><v>29287</v></c>",
                "<c><v>33612345678</v></c>",
                "zoe@x.example"),
            row("Luc", "Petit"),
            row("Ann", "Lee", "", "", "", "", "beside"),
            row("Cid", "Roe", "<c t=\"e\"><v>#REF!</v></c>"),
            "<row/>".repeat(50));

    assertThat(file.rows()).hasSize(4);
    assertThat(file.person(0).name()).isEqualTo(new PersonName("Zoé", "Dupont"));
    assertThat(Objects.requireNonNull(file.person(0).birthday()).iso()).isEqualTo("1980-03-07");
    assertThat(Shown.phones(file.person(0).phones())).containsExactly("MOBILE +33612345678 *");
    assertThat(file.problems(0)).isEmpty();
    assertThat(file.problems(1)).isEmpty();
    assertThat(file.problems(3)).containsExactly("FORMULA_EMPTY@2");
    assertThat(file.rows().get(3).number()).isEqualTo(5);
  }

  @Test
  void amountOfCellIsNoText() {
    var file =
        read(
            row("Deal Name", "Amount", "Probability", "Close Date", "Stage"),
            row(
                "Roof",
                "<c s=\"5\"><v>1250.5</v></c>",
                "<c s=\"4\"><v>0.25</v></c>",
                "<c s=\"2\"><v>46088</v></c>",
                "New"),
            row("Door", "<c><v>1.234</v></c>", "<c><v>50</v></c>", "", "New"));

    assertThat(file.inspection().kind()).isEqualTo(ImportKind.DEALS);
    var roof = Objects.requireNonNull(file.rows().getFirst().deal());
    assertThat(roof.amount()).isEqualByComparingTo("1250.50");
    assertThat(roof.currency()).isEqualTo("EUR");
    assertThat(roof.probability()).isEqualTo(25);
    assertThat(roof.expectedClose()).isEqualTo("2026-03-07");
    assertThat(Objects.requireNonNull(file.rows().get(1).deal()).amount())
        .isEqualByComparingTo("1.23"); // to the cent, and no thousand
    assertThat(file.problems(1)).contains("NUMBER_ROUNDED@1");
    assertThat(Objects.requireNonNull(file.rows().get(1).deal()).description()).contains("1.234");
    assertThat(file.problems(0)).noneMatch(each -> each.startsWith("NUMBER_ROUNDED"));
  }

  @Test
  void numbersOfCellsProveNothingOfThoseThatAreTexts() {
    var file =
        read(
            row("Deal Name", "Amount", "Stage"),
            row("Roof", "<c><v>1234.5</v></c>", "New"),
            row("Door", "1.250", "New"));

    assertThat(file.inspection().columns().get(1).numbers().isOpen()).isTrue();
  }

  @Test
  void datesOfSheetsThatAreTextsAreAsked() {
    var file =
        read(
            row("Deal Name", "Expected close", "Stage"),
            row("Roof", "01/02/2027", "New"),
            row("Door", "2027-02-01", "New"));

    assertThat(file.inspection().proposal().unsaid(file.inspection().columns()))
        .extracting(CsvColumn::header)
        .containsExactly("Expected close");
  }

  @Test
  void valuesBesideTheTableAreTold() {
    var rows = new StringBuilder(row("First Name", "Last Name"));
    for (var i = 0; i < 600; i++) {
      rows.append(row("Zoé", "Dupont" + i));
    }
    var file = read(rows.toString(), row("Luc", "Petit", "", "x"));

    assertThat(file.person(600).name()).isEqualTo(new PersonName("Luc", "Petit"));
    assertThat(file.problems(600)).containsExactly("CELLS_BESIDE");
  }

  @Test
  void columnWithoutNameIsOne() {
    var file = read(row("First Name", "Last Name"), row("Zoé", "Dupont", "zoe@x.example"));

    assertThat(file.inspection().headers()).containsExactly("First Name", "Last Name", "");
    assertThat(file.person(0).emails()).hasSize(1);
  }

  @Test
  void headerBelowHeaderOfGroupsIsFound() {
    var file =
        read(
            row("People of 2026"),
            row("Person", "", "", "Contact details"),
            row("First Name", "Last Name", "Job Title", "Email"),
            row("Zoé", "Dupont", "Chef", "zoe@x.example"));

    assertThat(file.rows()).hasSize(1);
    assertThat(file.person(0).name().last()).isEqualTo("Dupont");
    assertThat(file.rows().getFirst().number()).isEqualTo(4);
  }

  @Test
  void firstSheetWithTableIsChosenAndAnotherCanBe() throws IOException {
    var file =
        file(
            Zipped.book(
                    "",
                    "<sheet name=\"Secret\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
                        + "<sheet name=\"Cover\" sheetId=\"2\" r:id=\"rId2\"/>"
                        + "<sheet name=\"People\" sheetId=\"3\" r:id=\"rId3\"/>")
                .part(
                    "xl/worksheets/sheet1.xml",
                    Zipped.sheet(row("First Name", "Last Name") + row("Luc", "Petit")))
                .part("xl/worksheets/sheet2.xml", Zipped.sheet(row("Welcome")))
                .part(
                    "xl/worksheets/sheet3.xml",
                    Zipped.sheet(row("First Name", "Last Name") + row("Zoé", "Dupont"))));

    var found = CsvFile.inspect(file);

    assertThat(found.sheets())
        .isEqualTo(
            new CsvInspection.SheetChoice(List.of("Secret", "Cover", "People"), List.of(0), 2));
    assertThat(CsvSample.read(file, found, "FR").person(0).name().last()).isEqualTo("Dupont");
    var other = CsvFile.inspect(file, 0, null, null);
    assertThat(CsvSample.read(file, other, "FR").person(0).name().last()).isEqualTo("Petit");
    assertThatThrownBy(() -> CsvFile.inspect(file, 1, null, null))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> assertThat(e.problem()).isEqualTo(FileProblem.NO_TABLE));
  }

  @Test
  void peopleOfOpenDocumentAreRead() {
    var file =
        CsvSample.of(
            file(
                Zipped.ods(
                    "",
                    """
                    <table:table table:name="A"><table:table-row>
                    <table:table-cell><text:p>First Name</text:p></table:table-cell>
                    <table:table-cell><text:p>Last Name</text:p></table:table-cell>
                    <table:table-cell><text:p>Birthday</text:p></table:table-cell></table:table-row>
                    <table:table-row><table:table-cell><text:p>Zoé</text:p></table:table-cell>
                    <table:table-cell><text:p>Dupont</text:p></table:table-cell>
                    <table:table-cell office:value-type="date" office:date-value="1980-03-07"/>
                    </table:table-row></table:table>
                    """)),
            "FR");

    assertThat(file.person(0).name()).isEqualTo(new PersonName("Zoé", "Dupont"));
    assertThat(Objects.requireNonNull(file.person(0).birthday()).iso()).isEqualTo("1980-03-07");
  }
}
