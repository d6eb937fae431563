package eu.rempart.preview;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.picture.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What office programs write beside XLSX, seen without leaving the page. */
class OfficePreviewTest {

  private final Previewer previewer = new Previewer(TestPictures.reader());

  private Preview preview(String type, byte[] file) throws IOException {
    assertThat(Previewer.shows(type)).isTrue();
    return previewer.of(type, file.length, () -> new ByteArrayInputStream(file), 0);
  }

  private static String cell(String text) {
    return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>";
  }

  private static byte[] sheet(String rows) throws IOException {
    return OfficeFiles.openDocument(
        "<office:spreadsheet><table:table>" + rows + "</table:table></office:spreadsheet>");
  }

  @Test
  void anOpenDocumentWorkbookShowsWhatItsCellsShow() throws IOException {
    byte[] file =
        sheet(
            "<table:table-row>"
                + cell("Name")
                + "<table:table-cell table:formula=\"of:=1+1\"><office:annotation><text:p>note"
                + "</text:p></office:annotation><text:p>2<text:s/>€</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated=\"2\"/>"
                + cell("two<text:line-break/>lines")
                + "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
                + "<table:table-row table:number-rows-repeated=\"2\">"
                + "<table:table-cell/></table:table-row>"
                + "<table:table-row table:number-rows-repeated=\"2\">"
                + "<table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p>"
                + "</table:table-cell></table:table-row>"
                + "<table:table-row table:number-rows-repeated=\"1048570\">"
                + "<table:table-cell/></table:table-row>");

    assertThat(preview(MediaTypes.ODS, file))
        .isEqualTo(
            new Preview.Sheet(
                List.of(
                    List.of("Name", "2 €", "", "", "two\nlines"),
                    List.of(),
                    List.of(),
                    List.of("x", "x"),
                    List.of("x", "x")),
                false));
  }

  @Test
  void aMillionRowsAndColumnsAreAsManyAsAreShown() throws IOException {
    byte[] file =
        sheet(
            "<table:table-row table:number-rows-repeated=\"2000000000\">"
                + "<table:table-cell table:number-columns-repeated=\"2000000000\">"
                + "<text:p>x</text:p></table:table-cell></table:table-row>");

    assertThat(preview(MediaTypes.ODS, file))
        .isInstanceOfSatisfying(
            Preview.Sheet.class,
            sheet -> {
              assertThat(sheet.rows()).hasSize(Cells.ROWS);
              assertThat(sheet.rows()).allSatisfy(row -> assertThat(row).hasSize(Cells.COLUMNS));
              assertThat(sheet.cut()).isTrue();
            });
  }

  @Test
  void aWorkbookOfExcel97ShowsValuesAsTheyWereShown() throws IOException {
    assertThat(preview(MediaTypes.XLS, OfficeFiles.oldWorkbook(2)))
        .isEqualTo(
            new Preview.Sheet(
                List.of(
                    List.of("Quartz 0", "", "12.50", "25"),
                    List.of(),
                    List.of("Quartz 1", "", "12.50", "25")),
                false));
    assertThat(preview(MediaTypes.XLS, OfficeFiles.oldWorkbook(300)))
        .isInstanceOfSatisfying(
            Preview.Sheet.class,
            sheet -> {
              assertThat(sheet.rows()).hasSize(Cells.ROWS);
              assertThat(sheet.cut()).isTrue();
            });
  }

  @Test
  void lettersShowTheirText() throws IOException {
    assertThat(preview(MediaTypes.DOCX, OfficeFiles.letter("Con", "tract &amp; more")))
        .isEqualTo(new Preview.Text("Contract & more\nEnd.\n", false));
    assertThat(
            preview(
                MediaTypes.ODT,
                OfficeFiles.openDocument(
                    "<office:text><text:tracked-changes><text:p>gone</text:p>"
                        + "</text:tracked-changes><text:h>Title</text:h>"
                        + "<text:p>a<text:tab/>b</text:p></office:text>")))
        .isEqualTo(new Preview.Text("Title\na b\n", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {MediaTypes.ODS, MediaTypes.XLS, MediaTypes.ODT, MediaTypes.DOC})
  void whatIsDamagedIsSaidToBe(String type) throws IOException {
    List<byte[]> files = new ArrayList<>();
    files.add(Arrays.copyOf(OfficeFiles.oldWorkbook(1), 1_300));
    if (!type.equals(MediaTypes.ODT)) {
      files.add("no file".getBytes(StandardCharsets.UTF_8));
      files.add(OfficeFiles.letter("x"));
    }
    for (byte[] file : files) {
      assertThat(preview(type, file)).isEqualTo(new Preview.None(Preview.Reason.DAMAGED));
    }
  }

  @Test
  void nothingIsFetchedOrUnfolded() throws IOException {
    byte[] file =
        OfficeFiles.zip(
            java.util.Map.of(
                "content.xml",
                "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                    + "<d><p>one &a; &x; two</p></d>"));

    if (preview(MediaTypes.ODT, file) instanceof Preview.Text text) {
      assertThat(text.text()).doesNotContain("root:", "lol");
    } else {
      assertThat(preview(MediaTypes.ODT, file)).isEqualTo(new Preview.None(Preview.Reason.DAMAGED));
    }
  }

  @Test
  void aBombIsBounded() throws IOException {
    for (String begin : List.of("<p>", "<p a=\"", "<table><table-row>")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("content.xml"));
        zip.write(("<d>" + begin).getBytes(StandardCharsets.UTF_8));
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        for (int i = 0; i < 400; i++) {
          zip.write(much);
        }
        zip.closeEntry();
      }
      assertThat(out.size()).isLessThan(2 << 20);
      assertThat(preview(MediaTypes.ODS, out.toByteArray()))
          .as(begin)
          .isInstanceOfSatisfying(
              Preview.None.class,
              none ->
                  assertThat(none.reason()).isIn(Preview.Reason.TOO_MUCH, Preview.Reason.DAMAGED));
    }
  }
}
