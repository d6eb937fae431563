package eu.rempart.preview;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * What Microsoft's programs wrote before 2007: binary files, whose records Apache POI knows. Values
 * as they were shown last, never formulas.
 */
final class OldOffice {

  private OldOffice() {}

  /** The beginning of the first sheet of a workbook. */
  static void writeSheet(byte[] file, DataOutputStream out) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(file), false)) {
      DataFormatter formatter = formatter();
      boolean cut = book.getNumberOfSheets() > 1;
      Sheet sheet = book.getSheetAt(0);
      int last = Math.min(sheet.getLastRowNum(), Cells.ROWS - 1);
      cut |= sheet.getLastRowNum() > last;
      for (int i = 0; i <= last; i++) {
        Row row = sheet.getRow(i);
        int cells = row == null ? 0 : Math.max(0, row.getLastCellNum());
        cut |= cells > Cells.COLUMNS;
        List<String> shown = new ArrayList<>();
        for (int c = 0; row != null && c < Math.min(cells, Cells.COLUMNS); c++) {
          shown.add(Cells.shown(formatter.formatCellValue(row.getCell(c))));
        }
        rows.add(shown);
      }
      Cells.write(rows, cut, out);
    }
  }

  /** The texts of all sheets. */
  static void readSheets(byte[] file, Taker taker) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(file), false)) {
      DataFormatter formatter = formatter();
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (var cell : row) {
            if (!taker.take(formatter.formatCellValue(cell) + "\n")) {
              return;
            }
          }
        }
      }
    }
  }

  private static DataFormatter formatter() {
    DataFormatter formatter = new DataFormatter(Locale.ROOT);
    formatter.setUseCachedValuesForFormulaCells(true);
    return formatter;
  }

  /** The text of a letter. */
  static void readLetter(byte[] file, Taker taker) throws IOException {
    try (WordExtractor letter = new WordExtractor(new ByteArrayInputStream(file))) {
      for (String paragraph : letter.getParagraphText()) {
        if (!taker.take(WordExtractor.stripFields(paragraph).stripTrailing() + "\n")) {
          return;
        }
      }
    }
  }

  /** The texts of all slides. */
  static void readSlides(byte[] file, Taker taker) throws IOException {
    try (HSLFSlideShow show = new HSLFSlideShow(new ByteArrayInputStream(file))) {
      for (var slide : show.getSlides()) {
        for (List<HSLFTextParagraph> paragraphs : slide.getTextParagraphs()) {
          if (!taker.take(HSLFTextParagraph.getText(paragraphs) + "\n")) {
            return;
          }
        }
      }
    }
  }
}
