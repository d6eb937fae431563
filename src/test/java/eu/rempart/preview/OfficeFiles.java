package eu.rempart.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;

/** Files as office programs write them. */
public final class OfficeFiles {

  private OfficeFiles() {}

  /** A ZIP file with these entries. */
  public static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** What lies in the body of an OpenDocument file. */
  public static byte[] openDocument(String body) throws IOException {
    return zip(
        Map.of(
            "content.xml",
            "<office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">"
                + "<office:body>"
                + body
                + "</office:body></office:document-content>"));
  }

  /** A letter in Office Open XML, a run for each text. */
  public static byte[] letter(String... runs) throws IOException {
    StringBuilder body = new StringBuilder();
    List.of(runs).forEach(run -> body.append("<w:r><w:t>").append(run).append("</w:t></w:r>"));
    return zip(
        Map.of(
            "word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + "<w:body><w:p>"
                + body
                + "</w:p><w:p><w:r><w:t>End.</w:t></w:r></w:p></w:body></w:document>"));
  }

  /** A workbook as Excel 97 wrote it. */
  public static byte[] oldWorkbook(int rows) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      CellStyle money = book.createCellStyle();
      money.setDataFormat(book.createDataFormat().getFormat("0.00"));
      var sheet = book.createSheet("One");
      for (int i = 0; i < rows; i++) {
        Row row = sheet.createRow(i * 2);
        row.createCell(0).setCellValue("Quartz " + i);
        row.createCell(2).setCellValue(12.5);
        row.getCell(2).setCellStyle(money);
        row.createCell(3).setCellFormula("C1*2");
      }
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  /** A PDF with one line of text on each page. */
  public static byte[] pdf(String... lines) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (String line : lines) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(80, 700);
          content.showText(line);
          content.endText();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
