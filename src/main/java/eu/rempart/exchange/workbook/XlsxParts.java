package eu.rempart.exchange.workbook;

import java.util.List;

/** The parts of a workbook that is written, but for its sheets (ECMA-376). */
final class XlsxParts {

  static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  static final String PARTS =
      "<Relationships xmlns=\"%s\"><Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
          .formatted(PACKAGE, OFFICE);

  /**
   * How cells look.
   *
   * @param first place of the format of the first currency
   */
  static String styles(List<String> currencies, int first) {
    var formats = new StringBuilder();
    var cells = new StringBuilder();
    for (int i = 0; i < currencies.size(); i++) {
      formats.append(
          "<numFmt numFmtId=\"%d\" formatCode=\"#,##0.00##\\ [$%s]\"/>"
              .formatted(170 + i, currencies.get(i)));
      cells.append(
          "<xf numFmtId=\"%d\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
              .formatted(170 + i));
    }
    return """
    <styleSheet xmlns="%s"><numFmts count="%d"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
    <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>%s</numFmts>\
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border/></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="%d"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>%s</cellXfs>\
    </styleSheet>\
    """
        .formatted(MAIN, 2 + currencies.size(), formats, first + currencies.size(), cells);
  }

  static String workbook(int sheets) {
    var all = new StringBuilder();
    for (int i = 1; i <= sheets; i++) {
      all.append("<sheet name=\"Rempart %d\" sheetId=\"%d\" r:id=\"s%d\"/>".formatted(i, i, i));
    }
    return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
        .formatted(MAIN, OFFICE, all);
  }

  static String workbookParts(int sheets) {
    var all = new StringBuilder();
    for (int i = 1; i <= sheets; i++) {
      all.append(
          "<Relationship Id=\"s%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
              .formatted(i, OFFICE, i));
    }
    return "<Relationships xmlns=\"%s\">%s<Relationship Id=\"styles\" Type=\"%s/styles\" Target=\"styles.xml\"/></Relationships>"
        .formatted(PACKAGE, all, OFFICE);
  }

  static String contentTypes(int sheets) {
    var all = new StringBuilder();
    for (int i = 1; i <= sheets; i++) {
      all.append(
          "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
              .formatted(i, TYPE));
    }
    return """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
    <Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>%s</Types>\
    """
        .formatted(TYPE, TYPE, all);
  }

  private XlsxParts() {}
}
