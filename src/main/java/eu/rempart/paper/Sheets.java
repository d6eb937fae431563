package eu.rempart.paper;

import com.ibm.icu.text.Bidi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
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
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Sheets of A4 that text is set on, from the top down; all lengths in points of 1/72 inch. In
 * memory alone: what is written is customer data. The font is Liberation Sans, which PDFBox brings
 * along: it has Latin, Greek, Cyrillic and Hebrew letters; bold is drawn with a wider stroke.
 */
public final class Sheets implements AutoCloseable {

  /** Brightness of lines, from 0 to 1. */
  public static final float BLACK = 0;

  /** For lines that only part. */
  public static final float GREY = 0.7f;

  /** Where texts begin, from the left edge of the page. */
  public static final float LEFT = 50;

  /** Where texts end. */
  public static final float RIGHT = PDRectangle.A4.getWidth() - 50;

  /** How long a line is. */
  public static final float WIDTH = RIGHT - LEFT;

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
  private final SequencedSet<String> lacking = new LinkedHashSet<>();

  /** Begins with an empty sheet. */
  public Sheets() throws IOException {
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

  /** The document that grows, for its title and language. */
  public PDDocument document() {
    return document;
  }

  /** Called when a table goes on upon the next page, so that it can repeat its head. */
  public void onNewPage(Runnable listener) {
    onNewPage = listener;
  }

  /** Height of a line of this size. */
  public static float line(float size) {
    return size * LEADING;
  }

  /** Where the next line goes, from the bottom of the page. */
  public float y() {
    return y;
  }

  /** Goes to this height, from the bottom of the page. */
  public void moveTo(float height) {
    y = height;
  }

  /** Leaves so much empty. */
  public void down(float by) {
    y -= by;
  }

  /** Turns the page where so much does not fit any more. */
  public void need(float height) throws IOException {
    if (y - height < BOTTOM) {
      page.close();
      page = turn();
      onNewPage.run();
    }
  }

  /** Text whose first letter stands at this place of the line. */
  public void left(String text, float x, float size, boolean bold) throws IOException {
    String shown = shown(ordered(text)); // a sign that is mirrored is another one
    page.beginText();
    page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setLineWidth(size / 28);
    page.setFont(font, size);
    page.newLineAtOffset(x, y - size);
    page.showText(shown);
    page.endText();
  }

  /** Text whose last letter stands at this place of the line. */
  public void right(String text, float x, float size, boolean bold) throws IOException {
    left(text, x - width(text, size), size, bold);
  }

  /** Text at the left of a column, or at its right where it is written from there. */
  public void along(String text, float left, float right, float size) throws IOException {
    String shown = shown(text);
    boolean fromRight = Bidi.getBaseDirection(shown) == Bidi.RTL;
    left(shown, fromRight ? right - width(shown, size) : left, size, false);
  }

  /** Draws a picture below the line, no wider or higher than this. */
  public void picture(byte[] jpeg, float x, float side) throws IOException {
    PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg);
    float scale = Math.min(1, side / Math.max(image.getWidth(), image.getHeight()));
    float height = image.getHeight() * scale;
    need(height);
    page.drawImage(image, x, y - height, image.getWidth() * scale, height);
    down(height + 4);
  }

  /** Draws a picture below the line, no larger than this, beside whatever is written next. */
  public void pictureAside(byte[] jpeg, float x, float width, float height) throws IOException {
    PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg);
    float scale = Math.min(width / image.getWidth(), height / image.getHeight());
    float tall = image.getHeight() * scale;
    page.drawImage(image, x, y - tall, image.getWidth() * scale, tall);
  }

  /** Sets lines below each other, turning pages as needed. */
  public void paragraph(String text, float x, float width, float size, boolean bold)
      throws IOException {
    for (String each : wrap(text, width, size)) {
      need(line(size));
      left(each, x, size, bold);
      down(line(size));
    }
  }

  /** A thin line across the page. */
  public void rule(float brightness) throws IOException {
    page.setStrokingColor(brightness);
    page.setLineWidth(0.6f);
    page.moveTo(LEFT, y);
    page.lineTo(RIGHT, y);
    page.stroke();
    page.setStrokingColor(BLACK);
  }

  /** Length of a text that stands on one line. */
  public float width(String text, float size) throws IOException {
    return font.getStringWidth(shown(text)) / 1000 * size;
  }

  /** The lines that a text takes; a word that is longer than a line is cut. */
  public List<String> wrap(String text, float width, float size) throws IOException {
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

  /** Adds what fills whole lines, and returns the rest; each sign is measured once. */
  private String cut(String word, float width, float size, List<String> lines) throws IOException {
    int start = 0;
    float used = 0;
    for (int at = 0; at < word.length(); ) {
      int next = at + Character.charCount(word.codePointAt(at));
      float sign = width(word.substring(at, next), size);
      if (used + sign > width && at > start) {
        lines.add(word.substring(start, at));
        start = at;
        used = 0;
      }
      used += sign;
      at = next;
    }
    return word.substring(start);
  }

  /** What the font can show: other blanks become blanks, other signs a question mark. */
  private String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (isInvisible(sign)) {
                shown.append(sign == '\t' ? " " : "");
              } else if (letters.getGlyphId(sign) != 0) {
                shown.appendCodePoint(sign);
              } else {
                boolean blank = Character.isSpaceChar(sign);
                shown.append(blank ? '\u00a0' : '?');
                if (!blank) {
                  lacking.add(Character.toString(sign));
                }
              }
            });
    return shown.toString();
  }

  /** Whether it shows nothing itself; emoji end in a selector that says how they are drawn. */
  private static boolean isInvisible(int sign) {
    return Character.isISOControl(sign)
        || Character.getType(sign) == Character.FORMAT
        || (sign >= 0xfe00 && sign <= 0xfe0f);
  }

  /** The signs set so far that the font lacks, in whose place question marks stand. */
  public SequencedSet<String> lacking() {
    return Collections.unmodifiableSequencedSet(lacking);
  }

  /** In the order in which the signs stand beside each other: a PDF knows only that one. */
  private static String ordered(String line) {
    return Bidi.requiresBidi(line.toCharArray(), 0, line.length())
        ? new Bidi(line, Bidi.LEVEL_DEFAULT_LTR).writeReordered(Bidi.DO_MIRRORING)
        : line;
  }

  /** Draws at the foot of one page, whatever was written meanwhile. */
  public interface Foot {
    void draw(int number, int of) throws IOException;
  }

  /** Ends the last page, and goes through all of them again for their feet. */
  public byte[] finish(float footTop, Foot foot) throws IOException {
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
