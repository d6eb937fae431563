package eu.rempart.preview;

import eu.rempart.fuzz.FuzzedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Workbooks of strangers: the sheets of their archives, since a ZIP file that is changed anywhere
 * is refused by its sums. Those that are imported have another reader.
 */
class XlsxFuzzTest {

  private static final String SPLIT = "\n=====\n";

  private static final Map<String, String> BOOK =
      new TreeMap<>(
          Map.of(
              "[Content_Types].xml",
              "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
              "_rels/.rels",
              "<Relationships"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                  + " Id=\"r1\" Target=\"xl/workbook.xml\""
                  + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>",
              "xl/_rels/workbook.xml.rels",
              "<Relationships"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                  + " Id=\"r1\" Target=\"worksheets/sheet1.xml\""
                  + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>",
              "xl/workbook.xml",
              "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                  + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                  + " name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
              "xl/sharedStrings.xml",
              "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Lea</t></si></sst>",
              "xl/worksheets/sheet1.xml",
              "<worksheet"
                  + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
                  + " r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1.5</v></c></row><row"
                  + " r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"C2\""
                  + " t=\"b\"><v>1</v></c></row></sheetData></worksheet>"));

  @Test
  void workbooksAreReadOrRefused() throws Exception {
    new FuzzedReader(
            "xlsx",
            "<row r=\"1048577\">",
            "<c r=\"XFE1\" t=\"s\"><v>99</v></c>",
            "<c>",
            "</row>",
            "2147483648",
            "&#0;",
            "<!DOCTYPE x>")
        .seed(String.join(SPLIT, BOOK.values()).getBytes(StandardCharsets.UTF_8))
        .run(XlsxFuzzTest::readEntries, List.of(IOException.class, RuntimeException.class));
  }

  /** As the process does, for which any exception means a damaged file. */
  private static void read(byte[] workbook) throws IOException {
    Workbooks.write(workbook, new DataOutputStream(new ByteArrayOutputStream()));
  }

  private static void readEntries(byte[] entries) throws IOException {
    String[] texts = new String(entries, StandardCharsets.UTF_8).split(SPLIT, -1);
    Map<String, String> book = new TreeMap<>();
    int i = 0;
    for (String name : BOOK.keySet()) {
      book.put(name, i < texts.length ? texts[i] : "");
      i++;
    }
    read(OfficeFiles.zip(book));
  }
}
