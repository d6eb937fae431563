package eu.rempart.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks by hand, part by part, as the programs of the world do. */
public final class Zipped {

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A part. */
  public Zipped part(String name, String content) {
    parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The names of its parts. */
  public List<String> names() {
    return List.copyOf(parts.keySet());
  }

  /** What its parts say, in the order of their names. */
  public List<String> texts() {
    return parts.values().stream().map(each -> new String(each, StandardCharsets.UTF_8)).toList();
  }

  /** The file. */
  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** An Excel workbook of one sheet: its rows as XML, and the shared strings by number. */
  public static Zipped xlsx(String rows, String... strings) {
    return book("", "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>")
        .part("xl/worksheets/sheet1.xml", sheet(rows))
        .part("xl/sharedStrings.xml", strings(strings));
  }

  /** The parts of an Excel workbook that say what is where, for up to three sheets. */
  public static Zipped book(String properties, String sheets) {
    var relations = new StringBuilder();
    for (var i = 1; i <= 3; i++) {
      relations.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    relations
        .append(relation("rId8", "styles", "styles.xml"))
        .append(relation("rId9", "sharedStrings", "/xl/sharedStrings.xml"));
    return new Zipped()
        .part("[Content_Types].xml", "<Types/>")
        .part(
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\""
                + RELATIONS
                + "\"><workbookPr "
                + properties
                + "/><sheets>"
                + sheets
                + "</sheets></workbook>")
        .part("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>")
        .part(
            "xl/styles.xml",
            """
            <styleSheet><numFmts count="4">
            <numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>
            <numFmt numFmtId="165" formatCode="#,##0.00\\ [$€-40C]"/>
            <numFmt numFmtId="166" formatCode="[h]:mm"/>
            <numFmt numFmtId="167" formatCode="_-&quot;£&quot;* #,##0.00_-;[Red]\\-0"/>
            </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>
            <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/>
            <xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/>
            </cellXfs></styleSheet>
            """);
  }

  /** A sheet of such a workbook. */
  public static String sheet(String rows) {
    return "<worksheet><dimension ref=\"A1\"/><sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private static String strings(String... strings) {
    var all = new StringBuilder("<sst>");
    for (var text : strings) {
      all.append("<si>")
          .append(text.startsWith("<") ? text : "<t>" + text + "</t>")
          .append("</si>");
    }
    return all.append("</sst>").toString();
  }

  /** A workbook of LibreOffice: its styles and its tables as XML. */
  public static Zipped ods(String styles, String tables) {
    return new Zipped()
        .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .part(
            "content.xml",
            """
            <office:document-content
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
            <office:automatic-styles>%s</office:automatic-styles>
            <office:body><office:spreadsheet>%s</office:spreadsheet></office:body>
            </office:document-content>
            """
                .formatted(styles, tables))
        .part("META-INF/manifest.xml", "<manifest/>");
  }
}
