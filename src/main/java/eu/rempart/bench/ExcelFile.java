package eu.rempart.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A table as Excel saves it: cells are numbers of texts that stand in a part of their own. */
final class ExcelFile {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, Integer> strings = new LinkedHashMap<>();

  private ExcelFile() {}

  /** The same rows as in a CSV file whose cells hold no commas, quotes or markup. */
  static byte[] of(byte[] csv) {
    return new ExcelFile().write(new String(csv, StandardCharsets.UTF_8).split("\n"));
  }

  private byte[] write(String[] rows) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
      part(zip, out, "[Content_Types].xml", "<Types/>");
      part(
          zip,
          out,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
              .formatted(MAIN, RELATIONS));
      part(
          zip,
          out,
          "xl/_rels/workbook.xml.rels",
          "<Relationships>"
              + relation("r1", "worksheet", "worksheets/sheet1.xml")
              + relation("r2", "sharedStrings", "sharedStrings.xml")
              + "</Relationships>");
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      sheet(out, rows);
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      out.write("<sst xmlns=\"" + MAIN + "\">");
      for (String text : strings.keySet()) {
        out.write("<si><t>" + text + "</t></si>");
      }
      out.write("</sst>");
      out.flush();
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void sheet(Writer out, String[] rows) throws IOException {
    out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    for (int row = 1; row <= rows.length; row++) {
      out.write("<row r=\"" + row + "\">");
      char column = 'A';
      for (String cell : rows[row - 1].split(",", -1)) {
        int number = strings.computeIfAbsent(cell, _ -> strings.size());
        out.write("<c r=\"" + column + row + "\" t=\"s\"><v>" + number + "</v></c>");
        column++;
      }
      out.write("</row>");
    }
    out.write("</sheetData></worksheet>");
    out.flush();
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private static void part(ZipOutputStream zip, Writer out, String name, String content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.flush();
  }
}
