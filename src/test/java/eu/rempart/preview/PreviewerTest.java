package eu.rempart.preview;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.picture.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class PreviewerTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Previewer previewer = new Previewer(TestPictures.reader());

  private Preview preview(String type, byte[] file, int page) throws IOException {
    return previewer.of(type, file.length, () -> new ByteArrayInputStream(file), page);
  }

  private Preview preview(String type, String text) throws IOException {
    return preview(type, text.getBytes(StandardCharsets.UTF_8), 0);
  }

  private static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
          content.newLineAtOffset(80, 700);
          content.showText("Page " + (i + 1));
          content.endText();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] workbook(String sheet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      add(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
      add(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
              + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              + "<sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      add(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument"
              + "/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
              + "</Relationships>");
      add(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
              + "<sheetData>"
              + sheet
              + "</sheetData></worksheet>");
    }
    return out.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void pagesOfAPdfAreDrawnOneByOne() throws IOException {
    byte[] file = pdf(3);

    assertThat(preview("application/pdf", file, 1))
        .isInstanceOfSatisfying(
            Preview.Page.class,
            page -> {
              assertThat(page.page()).isEqualTo(1);
              assertThat(page.pages()).isEqualTo(3);
              assertThat(page.picture().size()).isGreaterThan(3_000);
            });
    assertThat(preview("application/pdf", file, 99))
        .isInstanceOfSatisfying(Preview.Page.class, page -> assertThat(page.page()).isEqualTo(2));
  }

  @Test
  void cellsOfAWorkbookAreShownAndFormulasAreNot() throws IOException {
    byte[] file =
        workbook(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c>"
                + "<c r=\"B1\"><v>12</v></c></row>"
                + "<row r=\"2\"><c r=\"B2\"><f>1+1</f><v>2</v></c></row>");

    assertThat(preview(XLSX, file, 0))
        .isInstanceOfSatisfying(
            Preview.Sheet.class,
            sheet -> {
              assertThat(sheet.rows()).containsExactly(List.of("Name", "12"), List.of("", "2"));
              assertThat(sheet.cut()).isFalse();
            });
  }

  @Test
  void aPictureIsDrawnAnew() throws IOException {
    byte[] file = TestPictures.file("png", 2_500, 900);

    assertThat(preview("image/png", file, 0))
        .isInstanceOfSatisfying(
            Preview.Page.class, page -> assertThat(page.picture().jpeg()).startsWith(0xff, 0xd8));
  }

  @Test
  void tablesInTextAreTablesWhateverSeparatesThem() throws IOException {
    assertThat(preview("text/csv", "\ufeffName;Ort\n\"A;B\";Zürich\n"))
        .isEqualTo(
            new Preview.Sheet(List.of(List.of("Name", "Ort"), List.of("A;B", "Zürich")), false));
    byte[] windows = "Name,Ort\nJürgen,Köln\n".getBytes(Charset.forName("windows-1252"));
    assertThat(preview("text/csv", windows, 0))
        .isEqualTo(
            new Preview.Sheet(List.of(List.of("Name", "Ort"), List.of("Jürgen", "Köln")), false));
    assertThat(preview("text/csv", "a,b\n".repeat(500)))
        .isInstanceOfSatisfying(
            Preview.Sheet.class,
            sheet -> {
              assertThat(sheet.rows()).hasSize(200);
              assertThat(sheet.cut()).isTrue();
            });
  }

  @Test
  void textIsTextAlsoWhereItLooksLikeAPage() throws IOException {
    String page = "<html><script>alert(1)</script></html>";
    assertThat(preview("text/html", page)).isEqualTo(new Preview.Text(page, false));
    assertThat(preview("text/plain", "x".repeat(900_000)))
        .isInstanceOfSatisfying(
            Preview.Text.class,
            text -> {
              assertThat(text.text()).hasSize(100_000);
              assertThat(text.cut()).isTrue();
            });
    assertThat(preview("text/plain", "a\u0000b\u001b[31m"))
        .isEqualTo(new Preview.Text("a\ufffdb\ufffd[31m", false));
  }

  @Test
  void drawingsArchivesAndProgramsAreNotLookedInto() throws IOException {
    for (String type :
        List.of("image/svg+xml", "application/zip", "application/octet-stream", "video/mp4")) {
      assertThat(Previewer.shows(type)).isFalse();
      assertThat(preview(type, new byte[10], 0)).isEqualTo(new Preview.None(Preview.Reason.KIND));
    }
  }

  @Test
  void whatIsDamagedIsSaidToBe() throws IOException {
    byte[] half = Arrays.copyOf(pdf(1), 300);
    assertThat(preview("application/pdf", half, 0))
        .isEqualTo(new Preview.None(Preview.Reason.DAMAGED));
    assertThat(preview(XLSX, "no workbook")).isEqualTo(new Preview.None(Preview.Reason.DAMAGED));
    assertThat(preview("image/png", "no picture"))
        .isEqualTo(new Preview.None(Preview.Reason.DAMAGED));
  }

  @Test
  void aBombIsBounded() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      add(
          zip,
          "xl/workbook.xml",
          "<workbook><sheets><sheet name=\"x\" r:id=\"1\"/></sheets></workbook>");
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zeros(zip, "<sst><si><t>", 600L << 20);
    }
    Preview preview = preview(XLSX, out.toByteArray(), 0);

    assertThat(out.size()).isLessThan(4 << 20);
    assertThat(preview)
        .isInstanceOfSatisfying(
            Preview.None.class,
            none ->
                assertThat(none.reason()).isIn(Preview.Reason.TOO_MUCH, Preview.Reason.DAMAGED));
  }

  private static void zeros(OutputStream to, String head, long count) throws IOException {
    to.write(head.getBytes(StandardCharsets.UTF_8));
    byte[] spaces = new byte[1 << 20];
    Arrays.fill(spaces, (byte) 'x');
    for (long at = 0; at < count; at += spaces.length) {
      to.write(spaces);
    }
  }

  @Test
  void whatTakesTooLongIsEnded() throws IOException {
    Previewer hasty =
        new Previewer(TestPictures.reader(), new PreviewProcess(1, Duration.ofMillis(1)));
    byte[] file = pdf(1);

    assertThat(hasty.of("application/pdf", file.length, () -> new ByteArrayInputStream(file), 0))
        .isEqualTo(new Preview.None(Preview.Reason.TOO_MUCH));
  }

  @Test
  void largerThanIsLookedIntoIsNotEvenRead() throws IOException {
    assertThat(
            previewer.of(
                "application/pdf",
                PreviewProcess.MAX_BYTES + 1L,
                () -> {
                  throw new IOException("was read");
                },
                0))
        .isEqualTo(new Preview.None(Preview.Reason.TOO_LARGE));
  }

  @Test
  void contentThatCanNotBeReadIsNoFaultOfTheFile() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                previewer.of(
                    "application/pdf",
                    100,
                    () -> {
                      throw new IOException("sealed");
                    },
                    0))
        .isInstanceOf(IOException.class)
        .hasMessage("sealed");
  }
}
