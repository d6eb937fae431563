package eu.rempart.preview;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through XML that lies in a ZIP file, as office programs keep what they write. Nothing is
 * fetched and nothing declared: there are no entities; what unpacks to too much is given up.
 */
final class ZippedXml {

  /** Bytes that are unpacked of all entries together. */
  static final long UNPACKED = 256L << 20;

  /** Reads one of the entries. */
  interface Reading {

    /**
     * Reads it.
     *
     * @return false once nothing more is wanted, of the others neither
     */
    boolean read(String name, XMLStreamReader xml) throws XMLStreamException;
  }

  private ZippedXml() {}

  /**
   * Reads the wanted entries, in the order in which they lie in the file.
   *
   * @throws IOException if there is none, or one of them is no XML
   */
  static void each(byte[] file, Predicate<String> wanted, Reading reading) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    boolean found = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      Bounded bounded = new Bounded(zip);
      boolean more = true;
      for (ZipEntry entry = zip.getNextEntry(); more && entry != null; ) {
        if (wanted.test(entry.getName())) {
          found = true;
          more = reading.read(entry.getName(), factory.createXMLStreamReader(bounded));
        }
        entry = more ? zip.getNextEntry() : null;
      }
    } catch (XMLStreamException e) {
      throw new IOException("no XML", e);
    }
    if (!found) {
      throw new IOException("nothing of what such a file has");
    }
  }

  private static final class Bounded extends FilterInputStream {

    private long left = UNPACKED;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = super.read(bytes, offset, length);
      return count(got, got);
    }

    private int count(int result, int bytes) throws IOException {
      left -= Math.max(0, bytes);
      if (left < 0) {
        throw new IOException("unpacks to too much");
      }
      return result;
    }

    /** The next entry is still to be read. */
    @Override
    public void close() {
      // the ZIP file is closed by whoever opened it
    }
  }
}
