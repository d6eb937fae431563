package eu.rempart.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.exchange.format.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** A workbook that is written is read again as what it was. */
class XlsxExportTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<ColumnType> TYPES =
      List.of(
          ColumnType.TEXT, ColumnType.NUMBER, ColumnType.MONEY, ColumnType.DAY, ColumnType.MOMENT);
  private static final List<String> HEADER = List.of("Name", "Size", "Amount", "Day", "Moment");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private List<List<String>> rows() throws IOException {
    return Workbook.find(() -> new ByteArrayInputStream(out.toByteArray()))
        .orElseThrow()
        .sample(0, 100);
  }

  private String part(String name) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no part " + name);
  }

  private void write(int most, List<List<String>> rows) throws IOException {
    try (var file = new XlsxExport(out, TYPES, HEADER, PARIS, most)) {
      rows.forEach(file::row);
    }
  }

  @Test
  void numbersDaysMomentsAndMoneyAreTyped() throws IOException {
    write(
        100,
        List.of(
            List.of("Zoé", "12.5", "1250.5 EUR", "2026-03-07", "2026-11-30T08:00:00Z"),
            List.of("", "", "-3 GBP", "--03-07", "2026-11-30")));

    assertThat(rows().subList(1, 3))
        .containsExactly(
            List.of("Zoé", "12.5", "1250.5 EUR", "2026-03-07", "2026-11-30 09:00"),
            List.of("", "", "-3 GBP", "--03-07", "2026-11-30"));
    assertThat(part("xl/worksheets/sheet1.xml"))
        .contains("<v>12.5</v>", "<v>1250.5</v>", "<v>46088</v>", "<v>46356.375</v>")
        .doesNotContain("<f>");
  }

  @Test
  void textIsNeverFormulaAndKeepsItsSigns() throws IOException {
    String evil = "=HYPERLINK(\"http://x.example\") <b>&\u0001 'x' \uD83D\uDE00";
    write(100, List.of(List.of(evil, "+33 1", "12 EUROS", "#code", " a  b ")));

    assertThat(rows().get(1))
        .containsExactly(evil.replace("\u0001", ""), "+33 1", "12 EUROS", "#code", " a  b ");
  }

  @Test
  void longCellIsCutAndManyRowsGoOnInNextSheet() throws IOException {
    String row = "x".repeat(XlsxExport.CHARACTERS + 1);
    write(2, List.of(List.of("first"), List.of(row)));

    assertThat(part("xl/workbook.xml")).contains("Rempart 1", "Rempart 2");
    assertThat(part("xl/worksheets/sheet2.xml"))
        .contains("Name", "x".repeat(XlsxExport.CHARACTERS - 1) + "…")
        .doesNotContain(row);
  }

  @Test
  void everyPartIsWellFormed() throws Exception {
    write(2, List.of(List.of("a", "1", "1 EUR"), List.of("b", "2", "2 PLN")));
    var parser = DocumentBuilderFactory.newDefaultInstance();
    for (String name :
        List.of(
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet2.xml")) {
      byte[] bytes = part(name).getBytes(StandardCharsets.UTF_8);
      assertThat(parser.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).hasChildNodes())
          .isTrue();
    }
    assertThat(part("xl/styles.xml")).contains("[$EUR]", "[$PLN]");
  }
}
