package eu.rempart.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of workbooks arrive as what they are. */
class WorkbookTest {

  private static FileSource file(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  private static Workbook open(Zipped zipped) throws IOException {
    return Workbook.find(file(zipped.bytes())).orElseThrow();
  }

  private static List<List<String>> rows(Zipped zipped) throws IOException {
    return open(zipped).sample(0, 100);
  }

  private static void assertRefused(byte[] bytes, FileProblem problem) {
    assertThatThrownBy(() -> Workbook.find(file(bytes)).orElseThrow().sample(0, 100))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "<c s='1'><v>46088</v></c>, 2026-03-07",
    "<c s='2'><v>1</v></c>, 1900-01-01",
    "<c s='2'><v>61</v></c>, 1900-03-01",
    "<c s='3'><v>46088.604166667</v></c>, 2026-03-07 14:30",
    "<c s='6'><v>1.5</v></c>, 36:00",
    "<c s='4'><v>0.255</v></c>, 25.5%",
    "<c s='5'><v>1250.5</v></c>, 1250.5 EUR",
    "<c s='7'><v>1250</v></c>, 1250 GBP",
    "<c><v>1.234</v></c>, 1.2340",
    "<c><v>0.30000000000000004</v></c>, 0.3",
    "<c><v>3.3612345678E10</v></c>, 33612345678",
    "<c t='b'><v>1</v></c>, true",
    "<c t='str'><f>A1</f><v>Zoé</v></c>, Zoé",
    "<c><f>1+1</f><v>2</v></c>, 2",
    "<c t='d'><v>2026-03-07T00:00:00</v></c>, 2026-03-07",
    "<c t='inlineStr'><is><r><t>Zo</t></r><r><t>é</t></r></is></c>, Zoé",
    "<c t='s'><v>0</v></c>, Zoé_x000D_",
  })
  void excelCellsAreTyped(String cell, String text) throws IOException {
    var rows = rows(Zipped.xlsx("<row>" + cell + "</row>", "Zoé_x005F_x000D_"));

    assertThat(rows).containsExactly(List.of(text));
  }

  @Test
  void daysSince1904AreKnown() throws IOException {
    var book =
        Zipped.book("date1904=\"1\"", "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>")
            .part(
                "xl/worksheets/sheet1.xml",
                Zipped.sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44626</v></c></row>"));

    assertThat(rows(book)).containsExactly(List.of("2026-03-07"));
  }

  @Test
  void gapsAreEmptyCellsAndRowsKeepTheirNumbers() throws IOException {
    var book =
        open(
            Zipped.xlsx(
                "<row r='2'><c r='B2' t='s'><v>0</v></c><c r='D2'/><c r='E2' t='e'><v>#N/A</v></c>"
                    + "</row><row r='3'/><row r='7'><c r='A7'><f>B1</f></c><c><v>1</v></c></row>",
                "<r><t>a</t></r><rPh><t>x</t></rPh><r><t xml:space='preserve'> b</t></r>"));

    try (var rows = book.rows(0)) {
      assertThat(rows.next()).containsExactly("", "a b");
      assertThat(rows.row()).isEqualTo(2);
      assertThat(rows.failed()).containsExactly(4);
      assertThat(rows.next()).containsExactly("", "1");
      assertThat(rows.row()).isEqualTo(7);
      assertThat(rows.failed()).containsExactly(0);
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void openDocumentCellsAreTyped() throws IOException {
    var book =
        open(
            Zipped.ods(
                "<style:style style:name='h'><style:table-properties table:display='false'/>"
                    + "</style:style>",
                """
                <table:table table:name="Old" table:style-name="h"><table:table-row>
                <table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>
                <table:table table:name="New">
                <table:table-column table:number-columns-repeated="1000"/>
                <table:table-header-rows><table:table-row>
                <table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p>
                <text:p>c</text:p><office:annotation><dc:date>2026</dc:date><text:p>no</text:p>
                </office:annotation></table:table-cell>
                <table:table-cell table:number-columns-repeated="2" office:value-type="float"
                 office:value="1.234"><text:p>1,23</text:p></table:table-cell>
                <table:covered-table-cell/>
                <table:table-cell office:value-type="date" office:date-value="2026-03-07"/>
                <table:table-cell office:value-type="date" office:date-value="2026-03-07T14:30:00"/>
                <table:table-cell office:value-type="percentage" office:value="0.25"/>
                <table:table-cell office:value-type="currency" office:currency="EUR"
                 office:value="12.5"/>
                <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
                <table:table-cell office:value-type="time" office:time-value="PT26H05M00S"/>
                <table:table-cell office:value-type="string"><text:p>#N/A</text:p></table:table-cell>
                <table:table-cell table:number-columns-repeated="16000"/>
                </table:table-row></table:table-header-rows>
                <table:table-row table:number-rows-repeated="5"><table:table-cell/></table:table-row>
                <table:table-row table:number-rows-repeated="2">
                <table:table-cell><text:p>z</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="1048000"><table:table-cell
                 table:number-columns-repeated="16384"/></table:table-row></table:table>
                """));

    assertThat(book.sheets())
        .containsExactly(new Workbook.Sheet("Old", true), new Workbook.Sheet("New", false));
    try (var rows = book.rows(1)) {
      assertThat(rows.next())
          .containsExactly(
              "a  b\nc",
              "1.2340",
              "1.2340",
              "",
              "2026-03-07",
              "2026-03-07 14:30",
              "25%",
              "12.5 EUR",
              "true",
              "26:05");
      assertThat(rows.failed()).containsExactly(10);
      assertThat(rows.next()).containsExactly("z");
      assertThat(rows.row()).isEqualTo(7);
      assertThat(rows.next()).containsExactly("z");
      assertThat(rows.row()).isEqualTo(8);
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void whatCannotBeReadIsRefusedInWords() {
    assertRefused(
        text("\u00d0\u00cf\u0011\u00e0" + "x".repeat(600) + "W\0o\0r\0k\0b\0o\0o\0k\0"),
        FileProblem.WORKBOOK_OLD);
    assertRefused(
        text("\u00d0\u00cf\u0011\u00e0xEE\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
        FileProblem.WORKBOOK_PROTECTED);
    assertRefused(new Zipped().part("xl/workbook.bin", "x").bytes(), FileProblem.WORKBOOK_OLD);
    assertRefused(
        new Zipped().part("Index/Document.iwa", "x").bytes(), FileProblem.WORKBOOK_NUMBERS);
    assertRefused(
        Zipped.ods("", "").part("META-INF/manifest.xml", "<manifest:encryption-data/>").bytes(),
        FileProblem.WORKBOOK_PROTECTED);
    var whole = Zipped.xlsx("<row><c t=\"s\"><v>0</v></c></row>", "a").bytes();
    for (var length : List.of(300, 700, 1_000)) {
      assertThatThrownBy(
              () -> Workbook.find(file(Arrays.copyOf(whole, length))).orElseThrow().sample(0, 9))
          .isInstanceOfAny(UnreadableFileException.class, NoSuchElementException.class);
    }
    assertRefused(Zipped.xlsx("<row><c><v>1</c></row>").bytes(), FileProblem.WORKBOOK_BROKEN);
  }

  @Test
  void entitiesAreRefused() {
    assertRefused(
        Zipped.xlsx("")
            .part(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v>"
                    + "</c></row></sheetData></worksheet>")
            .bytes(),
        FileProblem.WORKBOOK_BROKEN);
  }

  @Test
  void bombsAreRefused() {
    var deep = "<a>".repeat(300);
    assertRefused(Zipped.xlsx("<row>" + deep).bytes(), FileProblem.WORKBOOK_TOO_LARGE);
    assertRefused(
        Zipped.xlsx("<row r=\"" + ">".repeat(BoundedXml.MAX_TOKEN + 1) + "\"/>").bytes(),
        FileProblem.WORKBOOK_TOO_LARGE);
    assertRefused(
        Zipped.xlsx("<!--" + "<>".repeat(BoundedXml.MAX_TOKEN) + "-->").bytes(),
        FileProblem.WORKBOOK_TOO_LARGE);
    assertRefused(Zipped.xlsx("<row/>".repeat(12 << 20)).bytes(), FileProblem.WORKBOOK_TOO_LARGE);
    var names = new StringBuilder();
    for (var i = 0; i < 20_000; i++) {
      names.append("<row a").append(i).append("=\"1\"/>");
    }
    assertRefused(Zipped.xlsx(names.toString()).bytes(), FileProblem.WORKBOOK_TOO_LARGE);
    var strings = new String[70];
    Arrays.fill(strings, "x".repeat(1 << 20));
    assertRefused(
        Zipped.xlsx("<row><c t=\"s\"><v>1</v></c></row>", strings).bytes(),
        FileProblem.WORKBOOK_TOO_LARGE);
  }

  @Test
  void readerThatFindsNoRowGivesUp() throws IOException {
    var zip = new ZippedParts(file(Zipped.xlsx("<row/><row/>").bytes()).open());
    assertThat(zip.find("xl/worksheets/sheet1.xml")).isTrue();
    var time = new ArrayList<>(List.of(0L, 1L, 120_000_000_000L));

    try (var rows =
        new XlsxRows(zip, SharedStrings.NONE, CellFormats.NONE, false, time::removeFirst)) {
      assertThatThrownBy(rows::next).isInstanceOf(UnreadableFileException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-mm-dd|DATE|",
        "[$-F800]dddd, mmmm dd, yyyy|DATE|",
        "mmm-yy|DATE|",
        "mmmm|DATE|",
        "h:mm AM/PM|TIME|",
        "mm:ss.0|TIME|",
        "General|NUMBER|",
        "0.00E+00|NUMBER|",
        "0 \"days\"|NUMBER|",
        "[Red]0.0%|PERCENT|",
        "#,##0.00 \"zł\"|NUMBER|PLN",
        "[$CHF] #,##0|NUMBER|CHF",
        "\"$\"#,##0|NUMBER|USD",
        "[$$-1009]#,##0|NUMBER|CAD",
        "[$kr-41D] #,##0|NUMBER|SEK",
        "#,##0 \"pcs\"|NUMBER|",
      })
  void formatsSayWhatNumbersAre(String code, CellFormat.Kind kind, String currency) {
    assertThat(CellFormat.of(code))
        .isEqualTo(new CellFormat(kind, currency == null ? "" : currency));
  }
}
