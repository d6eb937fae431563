package eu.rempart.quote.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Sheets of A4 that text is set on, from the top down; all lengths in points of 1/72 inch. In
 * memory alone: what is written is customer data. The font is Liberation Sans, which PDFBox brings
 * along: it has Latin, Greek and Cyrillic letters; bold is drawn with a wider stroke.
 */
final class Sheets implements AutoCloseable {

  /** Brightness of lines, from 0 to 1. */
  static final float BLACK = 0;

  static final float GREY = 0.7f;

  static final float LEFT = 50;
  static final float RIGHT = PDRectangle.A4.getWidth() - 50;
  static final float WIDTH = RIGHT - LEFT;
  private static final float TOP = PDRectangle.A4.getHeight() - 50;

  /** Below it lies the foot of the page. */
  private static final float BOTTOM = 95;

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float LEADING = 1.35f;

  private final PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
  private final CmapLookup letters;
  private final PDType0Font font;
  private PDPageContentStream page;
  private float y = TOP;
  private Runnable onNewPage = () -> {};

  Sheets() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
      TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(in));
      letters = face.getUnicodeCmapLookup();
      font = PDType0Font.load(document, face, true);
    }
    page = turn();
  }

  private PDPageContentStream turn() throws IOException {
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    y = TOP;
    return new PDPageContentStream(document, sheet);
  }

  PDDocument document() {
    return document;
  }

  /** Called when a table goes on upon the next page, so that it can repeat its head. */
  void onNewPage(Runnable listener) {
    onNewPage = listener;
  }

  /** Height of a line of this size. */
  static float line(float size) {
    return size * LEADING;
  }

  float y() {
    return y;
  }

  /** Goes to this height, from the bottom of the page. */
  void moveTo(float height) {
    y = height;
  }

  void down(float by) {
    y -= by;
  }

  /** Turns the page where so much does not fit any more. */
  void need(float height) throws IOException {
    if (y - height < BOTTOM) {
      page.close();
      page = turn();
      onNewPage.run();
    }
  }

  /** Text whose first letter stands at this place of the line. */
  void left(String text, float x, float size, boolean bold) throws IOException {
    String shown = shown(text);
    page.beginText();
    page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setLineWidth(size / 28);
    page.setFont(font, size);
    page.newLineAtOffset(x, y - size);
    page.showText(shown);
    page.endText();
  }

  /** Text whose last letter stands at this place of the line. */
  void right(String text, float x, float size, boolean bold) throws IOException {
    left(text, x - width(text, size), size, bold);
  }

  /** Sets lines below each other, turning pages as needed. */
  void paragraph(String text, float x, float width, float size, boolean bold) throws IOException {
    for (String each : wrap(text, width, size)) {
      need(line(size));
      left(each, x, size, bold);
      down(line(size));
    }
  }

  /** A thin line across the page. */
  void rule(float brightness) throws IOException {
    page.setStrokingColor(brightness);
    page.setLineWidth(0.6f);
    page.moveTo(LEFT, y);
    page.lineTo(RIGHT, y);
    page.stroke();
    page.setStrokingColor(BLACK);
  }

  float width(String text, float size) throws IOException {
    return font.getStringWidth(shown(text)) / 1000 * size;
  }

  /** The lines that a text takes; a word that is longer than a line is cut. */
  List<String> wrap(String text, float width, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String part : text.lines().toList()) {
      StringBuilder line = new StringBuilder();
      for (String word : part.split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (width(longer, size) <= width) {
          line.setLength(0);
          line.append(longer);
        } else {
          if (!line.isEmpty()) {
            lines.add(line.toString());
          }
          line.setLength(0);
          line.append(cut(word, width, size, lines));
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private String cut(String word, float width, float size, List<String> lines) throws IOException {
    String rest = word;
    while (width(rest, size) > width) {
      int end = rest.length() - 1;
      while (end > 1 && width(rest.substring(0, end), size) > width) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }

  /** What the font can show: other blanks become blanks, other signs a question mark. */
  private String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT) {
                shown.append(sign == '\t' ? " " : "");
              } else if (letters.getGlyphId(sign) != 0) {
                shown.appendCodePoint(sign);
              } else {
                shown.append(Character.isSpaceChar(sign) ? '\u00a0' : '?');
              }
            });
    return shown.toString();
  }

  /** Draws at the foot of one page, whatever was written meanwhile. */
  interface Foot {
    void draw(int number, int of) throws IOException;
  }

  /** Ends the last page, and goes through all of them again for their feet. */
  byte[] finish(float footTop, Foot foot) throws IOException {
    page.close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
      y = footTop;
      foot.draw(i + 1, pages);
      page.close();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
