package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.ColumnType;
import eu.rempart.exchange.format.TableExport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook of Excel's (ECMA-376) row by row, with numbers, days, moments and amounts of
 * money as such. Text is text, whatever it begins with: no cell is a formula. What does not fit
 * into one sheet goes on in the next.
 */
public final class XlsxExport implements TableExport {

  /** Rows of a sheet. */
  private static final int ROWS = 1_048_576;

  /** Characters of a cell. */
  static final int CHARACTERS = 32_767;

  private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

  /** Excel takes the year 1900 for a leap year: earlier days would be one off. */
  private static final LocalDate SOUND = LocalDate.of(1900, 3, 1);

  /** Fifteen digits are what Excel keeps of a number. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

  private static final Pattern MONEY =
      Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,10})?) ([A-Z]{3})");

  private static final int BOLD = 1;
  private static final int DAYS = 2;
  private static final int MOMENTS = 3;
  private static final int FIRST_CURRENCY = 4;

  private final ZipOutputStream zip;
  private final List<ColumnType> types;
  private final List<String> header;
  private final ZoneId zone;
  private final int most;
  private final List<String> currencies = new ArrayList<>();
  private final StringBuilder xml = new StringBuilder();
  private int sheets;
  private int rows;

  /**
   * Starts the table with its header.
   *
   * @param types of the columns
   * @param zone in which moments are shown: cells have none
   */
  public XlsxExport(OutputStream out, List<ColumnType> types, List<String> header, ZoneId zone)
      throws IOException {
    this(out, types, header, zone, ROWS);
  }

  XlsxExport(OutputStream out, List<ColumnType> types, List<String> header, ZoneId zone, int most)
      throws IOException {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.types = List.copyOf(types);
    this.header = List.copyOf(header);
    this.zone = zone;
    this.most = most;
    begin();
  }

  private void begin() throws IOException {
    sheets++;
    rows = 1;
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
    xml.append(XlsxParts.HEAD)
        .append(
            "<worksheet xmlns=\""
                + XlsxParts.MAIN
                + "\"><sheetViews><sheetView workbookViewId=\"0\">")
        .append(
            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
        .append("</sheetView></sheetViews><sheetData><row>");
    header.forEach(cell -> text(cell, BOLD));
    xml.append("</row>");
    flush();
  }

  @Override
  public void row(List<String> cells) {
    try {
      if (rows == most) {
        end();
        begin();
      }
      rows++;
      xml.append("<row>");
      for (int i = 0; i < cells.size(); i++) {
        cell(i < types.size() ? types.get(i) : ColumnType.TEXT, cells.get(i));
      }
      xml.append("</row>");
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void cell(ColumnType type, String text) {
    if (text.isEmpty()) {
      xml.append("<c/>");
      return;
    }
    switch (type) {
      case TEXT -> text(text, 0);
      case NUMBER -> {
        if (NUMBER.matcher(text).matches()) {
          number(text, 0);
        } else {
          text(text, 0);
        }
      }
      case MONEY -> {
        Matcher money = MONEY.matcher(text);
        if (money.matches()) {
          number(money.group(1), FIRST_CURRENCY + currency(money.group(2)));
        } else {
          text(text, 0);
        }
      }
      case DAY -> day(text);
      case MOMENT -> {
        OptionalDouble serial = moment(text);
        if (serial.isPresent()) {
          number(Double.toString(serial.getAsDouble()), MOMENTS);
        } else {
          day(text);
        }
      }
    }
  }

  private void day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(SOUND) && day.getYear() <= 9999) {
        number(Long.toString(ChronoUnit.DAYS.between(FIRST_DAY, day)), DAYS);
        return;
      }
    } catch (DateTimeParseException _) {
      // a birthday without its year, or a code in the place of what does not open
    }
    text(text, 0);
  }

  private OptionalDouble moment(String text) {
    try {
      LocalDateTime there = LocalDateTime.ofInstant(Instant.parse(text), zone);
      if (!there.toLocalDate().isBefore(SOUND) && there.getYear() <= 9999) {
        long days = ChronoUnit.DAYS.between(FIRST_DAY, there.toLocalDate());
        return OptionalDouble.of(days + there.toLocalTime().toSecondOfDay() / 86_400.0);
      }
    } catch (DateTimeParseException _) {
      // perhaps it is a day
    }
    return OptionalDouble.empty();
  }

  private int currency(String code) {
    if (!currencies.contains(code)) {
      currencies.add(code);
    }
    return currencies.indexOf(code);
  }

  private void number(String value, int style) {
    xml.append("<c");
    style(style);
    xml.append("><v>").append(value).append("</v></c>");
  }

  private void text(String value, int style) {
    xml.append("<c t=\"inlineStr\"");
    style(style);
    xml.append("><is><t xml:space=\"preserve\">");
    escape(value.length() <= CHARACTERS ? value : cut(value));
    xml.append("</t></is></c>");
  }

  private void style(int style) {
    if (style != 0) {
      xml.append(" s=\"").append(style).append('"');
    }
  }

  private static String cut(String value) {
    int end = CHARACTERS - 1;
    return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /** Signs that XML can't hold are left out. */
  private void escape(String value) {
    value
        .codePoints()
        .forEach(
            sign -> {
              switch (sign) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#13;");
                default -> {
                  if (isOfXml(sign)) {
                    xml.appendCodePoint(sign);
                  }
                }
              }
            });
  }

  private static boolean isOfXml(int sign) {
    return sign == '\t'
        || sign == '\n'
        || (sign >= 0x20 && sign <= 0xd7ff)
        || (sign >= 0xe000 && sign <= 0xfffd)
        || sign >= 0x10000;
  }

  private void flush() throws IOException {
    zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    xml.setLength(0);
  }

  private void end() throws IOException {
    xml.append("</sheetData></worksheet>");
    flush();
    zip.closeEntry();
  }

  /** Ends the sheet, and says what there is: readers look that up by name, wherever it stands. */
  @Override
  public void close() throws IOException {
    try (zip) {
      end();
      put("xl/styles.xml", XlsxParts.styles(currencies, FIRST_CURRENCY));
      put("xl/workbook.xml", XlsxParts.workbook(sheets));
      put("xl/_rels/workbook.xml.rels", XlsxParts.workbookParts(sheets));
      put("_rels/.rels", XlsxParts.PARTS);
      put("[Content_Types].xml", XlsxParts.contentTypes(sheets));
    }
  }

  private void put(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((XlsxParts.HEAD + content).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
