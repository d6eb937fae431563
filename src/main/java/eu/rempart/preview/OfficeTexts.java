package eu.rempart.preview;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of what office programs write as XML in a ZIP file: Office Open XML (ECMA-376) and
 * OpenDocument (ISO 26300).
 */
final class OfficeTexts {

  private static final Pattern OPEN_XML =
      Pattern.compile(
          "word/document\\.xml|ppt/slides/slide\\d+\\.xml"
              + "|xl/sharedStrings\\.xml|xl/worksheets/sheet\\d+\\.xml");

  private static final String OPEN_DOCUMENT = "content.xml";

  /** In OpenDocument: what does not stand on the page. */
  private static final Set<String> BESIDE =
      Set.of("annotation", "tracked-changes", "script", "binary-data", "automatic-styles");

  /** After these, another word begins. */
  private static final Set<String> ENDS =
      Set.of("p", "h", "si", "c", "row", "tr", "line-break", "br", "cr");

  private static final Set<String> BLANKS = Set.of("s", "tab");

  private OfficeTexts() {}

  static void read(byte[] file, Taker taker) throws IOException {
    ZippedXml.each(
        file,
        name -> OPEN_DOCUMENT.equals(name) || OPEN_XML.matcher(name).matches(),
        (name, xml) -> name.equals(OPEN_DOCUMENT) ? openDocument(xml, taker) : openXml(xml, taker));
  }

  /** Texts stand in elements {@code t}, numbers of cells in {@code v}. */
  private static boolean openXml(XMLStreamReader xml, Taker taker) throws XMLStreamException {
    boolean text = false;
    boolean shared = false;
    boolean more = true;
    while (more && xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          if (name.equals("c")) {
            shared = "s".equals(xml.getAttributeValue(null, "t"));
          }
          text = name.equals("t") || (name.equals("v") && !shared);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
            more = !text || taker.take(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          text = false;
          more = blank(xml.getLocalName(), taker);
        }
        default -> {}
      }
    }
    return more;
  }

  private static boolean openDocument(XMLStreamReader xml, Taker taker) throws XMLStreamException {
    int beside = 0;
    int paragraphs = 0;
    boolean more = true;
    while (more && xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          beside += BESIDE.contains(name) ? 1 : 0;
          paragraphs += isParagraph(name) ? 1 : 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
            more = beside > 0 || paragraphs == 0 || taker.take(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          String name = xml.getLocalName();
          beside -= BESIDE.contains(name) ? 1 : 0;
          paragraphs -= isParagraph(name) ? 1 : 0;
          more = beside > 0 || blank(name, taker);
        }
        default -> {}
      }
    }
    return more;
  }

  private static boolean isParagraph(String name) {
    return name.equals("p") || name.equals("h");
  }

  private static boolean blank(String name, Taker taker) {
    if (ENDS.contains(name)) {
      return taker.take("\n");
    }
    return !BLANKS.contains(name) || taker.take(" ");
  }
}
