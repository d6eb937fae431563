package eu.rempart.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Whatever people type can be printed. */
class SheetsTest {

  private static String printed(String text) throws Exception {
    try (Sheets sheets = new Sheets()) {
      sheets.left(text, Sheets.LEFT, 10, false);
      sheets.along(text, Sheets.LEFT, Sheets.RIGHT, 10);
      sheets.right(text, Sheets.RIGHT, 10, true);
      byte[] pdf = sheets.finish(50, (number, of) -> {});
      try (PDDocument read = Loader.loadPDF(pdf)) {
        return new PDFTextStripper().getText(read);
      }
    }
  }

  @Test
  void aSignWhoseMirrorTheFontLacksBecomesAQuestionMark() throws Exception {
    assertThat(printed("a\u221Fb")).contains("a\u221Fb");
    assertThat(printed("\u05D0\u221F\u05D1")).contains("?").doesNotContain("\u221F");
  }

  @Test
  void bracketsAreMirroredWhereOneWritesFromTheRight() throws Exception {
    assertThat(printed("(\u05D0)")).contains("(\u05D0)");
  }
}
