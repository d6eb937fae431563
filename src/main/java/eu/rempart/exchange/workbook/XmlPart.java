package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.CellRows;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the elements of a part in their order, by the names that they have in any namespace. */
final class XmlPart {

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;

  XmlPart(InputStream in) {
    try {
      xml = FACTORY.createXMLStreamReader(new BoundedXml(in), "UTF-8");
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Goes on to the next event: one of {@link XMLStreamConstants}. */
  int next() {
    try {
      return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Goes on to the beginning of the next element; false at the end of the part. */
  boolean nextElement() {
    for (var event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** The element's name without its prefix. */
  String name() {
    return xml.getLocalName();
  }

  /** Whether the element is called so. */
  boolean is(String name) {
    return xml.getLocalName().equals(name);
  }

  /** The value of an attribute, whatever its prefix; empty where there is none. */
  String attribute(String name) {
    for (var i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The number that an attribute is, between 0 and a limit; what is none is the usual one. */
  int number(String name, int usual, int most) {
    var text = attribute(name);
    if (text.isEmpty() || text.length() > 9) {
      return text.isEmpty() ? usual : most;
    }
    try {
      return Math.clamp(Integer.parseInt(text), 0, most);
    } catch (NumberFormatException _) {
      return usual;
    }
  }

  /** Adds the text of this event, as far as a cell may have it. */
  void addText(StringBuilder text) {
    var more = xml.getTextLength();
    if (text.length() <= CellRows.MAX_CELL) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), more);
    }
  }

  /** Passes over the element that has just begun. */
  void skip() {
    var depth = 1;
    while (depth > 0) {
      var event = next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return;
      }
    }
  }

  /** Why a parser gives up may be one of our own limits, which it wraps. */
  private static UnreadableFileException broken(XMLStreamException e) {
    return e.getNestedException() instanceof UnreadableFileException limit
        ? limit
        : new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
  }
}
