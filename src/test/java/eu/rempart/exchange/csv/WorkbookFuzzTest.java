package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.workbook.Zipped;
import eu.rempart.fuzz.FuzzedReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Workbooks of strangers that are imported: what lies in their archives, since an archive that is
 * changed anywhere is refused by its sums.
 */
class WorkbookFuzzTest {

  private static final String SPLIT = "\n=====\n";

  private static final Zipped EXCEL =
      Zipped.xlsx(
          """
          <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
          <row r="2"><c r="A2" t="inlineStr"><is><t>Zoé</t></is></c><c r="B2"><v>1.5</v></c>
          <c r="D2" t="b"><v>1</v></c></row>
          """,
          "First Name",
          "Last Name");

  private static final Zipped OPEN =
      Zipped.ods(
          "",
          """
          <table:table table:name="A"><table:table-row><table:table-cell><text:p>First Name</text:p>
          </table:table-cell><table:table-cell><text:p>Last Name</text:p></table:table-cell>
          </table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell
          table:number-columns-repeated="2" office:value-type="float" office:value="1.5"><text:p>1,5
          </text:p></table:table-cell></table:table-row></table:table>
          """);

  @Test
  void workbooksOfExcelAreReadOrRefused() throws Exception {
    run("workbook", EXCEL, "<row r=\"1048577\">", "<c r=\"XFE1\" t=\"s\"><v>99</v></c>", "</row>");
  }

  @Test
  void openDocumentsAreReadOrRefused() throws Exception {
    run("opendocument", OPEN, "number-columns-repeated=\"2147483647\"", "</table:table-row>");
  }

  private static void run(String part, Zipped book, String first, String second, String... more)
      throws Exception {
    List<String> names = book.names();
    FuzzedReader reader =
        new FuzzedReader(
            part, first, second, String.join("", more), "2147483648", "&#0;", "<!DOCTYPE x>");
    reader
        .seed(String.join(SPLIT, book.texts()).getBytes(StandardCharsets.UTF_8))
        .run(
            texts -> {
              var source = CsvSample.file(rewritten(names, texts));
              CsvSample.read(source, CsvFile.inspect(source), "FR");
            },
            List.of(UnreadableFileException.class));
  }

  private static byte[] rewritten(List<String> names, byte[] joined) {
    String[] texts = new String(joined, StandardCharsets.UTF_8).split(SPLIT, -1);
    Zipped book = new Zipped();
    for (int i = 0; i < names.size(); i++) {
      book.part(names.get(i), i < texts.length ? texts[i] : "");
    }
    return book.bytes();
  }
}
