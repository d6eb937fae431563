package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.CellRows;
import eu.rempart.exchange.format.CountingInputStream;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workbook as Excel 2007 and later write it, and LibreOffice and Google Sheets too. */
final class XlsxBook extends Workbook {

  /** Most bytes of the part that names the sheets, and of those that say where they are. */
  private static final int MAX_SMALL_PART = 4 << 20;

  private final List<String> parts;
  private final CellFormats formats;
  private final boolean since1904;
  private final @Nullable String stringsPart;
  private @Nullable SharedStrings strings;

  private XlsxBook(
      FileSource file,
      List<Sheet> sheets,
      List<String> parts,
      CellFormats formats,
      boolean since1904,
      @Nullable String stringsPart) {
    super(file, sheets);
    this.parts = List.copyOf(parts);
    this.formats = formats;
    this.since1904 = since1904;
    this.stringsPart = stringsPart;
  }

  /** Reads what the workbook says of itself, and the formats of its cells. */
  static XlsxBook open(FileSource file) throws IOException {
    Map<String, byte[]> small = new HashMap<>();
    Map<String, CellFormats> styles = new HashMap<>();
    try (var zip = new ZippedParts(file.open())) {
      for (var name = zip.next(); name != null; name = zip.next()) {
        var key = name.toLowerCase(Locale.ROOT);
        if (key.endsWith("workbook.xml") || key.endsWith("workbook.xml.rels")) {
          small.put(key, whole(zip.content()));
        } else if (key.endsWith("styles.xml")) {
          styles.put(key, CellFormats.read(zip.content()));
        }
      }
    }
    var main =
        small.keySet().stream().filter(key -> key.endsWith("workbook.xml")).sorted().findFirst();
    if (main.isEmpty()) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
    }
    return of(file, main.get(), small, styles);
  }

  private static XlsxBook of(
      FileSource file, String main, Map<String, byte[]> small, Map<String, CellFormats> styles) {
    var folder = main.substring(0, main.lastIndexOf('/') + 1);
    var links = new Links(folder);
    var relations = folder + "_rels/" + main.substring(folder.length()) + ".rels";
    if (small.containsKey(relations)) {
      links.read(new XmlPart(new ByteArrayInputStream(small.get(relations))));
    }
    var sheets = new ArrayList<Sheet>();
    var parts = new ArrayList<String>();
    var since1904 = false;
    var xml = new XmlPart(new ByteArrayInputStream(small.get(main)));
    while (xml.nextElement()) {
      if (xml.is("workbookPr")) {
        since1904 = List.of("1", "true", "on").contains(xml.attribute("date1904"));
      } else if (xml.is("sheet") && sheets.size() < MAX_SHEETS) {
        var part = links.part(idOf(xml)).orElse(null);
        if (part != null && !part.contains("chartsheets/") && !part.contains("dialogsheets/")) {
          sheets.add(new Sheet(xml.attribute("name"), !isShown(xml.attribute("state"))));
          parts.add(part);
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new UnreadableFileException(FileProblem.EMPTY);
    }
    var formats = links.ofType("styles").map(styles::get).orElse(CellFormats.NONE);
    return new XlsxBook(
        file, sheets, parts, formats, since1904, links.ofType("sharedStrings").orElse(null));
  }

  /** The sheet's own id has no prefix; that of its part has. */
  private static String idOf(XmlPart xml) {
    return xml.attribute("id");
  }

  private static boolean isShown(String state) {
    return state.isEmpty() || state.equals("visible");
  }

  private static byte[] whole(InputStream in) throws IOException {
    var bytes = in.readNBytes(MAX_SMALL_PART + 1);
    if (bytes.length > MAX_SMALL_PART) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE);
    }
    return bytes;
  }

  @Override
  public CellRows rows(int sheet, CountingInputStream bytes) throws IOException {
    var zip = new ZippedParts(bytes);
    try {
      var shared = strings();
      if (!zip.find(parts.get(sheet))) {
        throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
      }
      return new XlsxRows(zip, shared, formats, since1904, System::nanoTime);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private SharedStrings strings() throws IOException {
    var known = strings;
    if (known == null) {
      known = SharedStrings.NONE;
      if (stringsPart != null) {
        try (var zip = new ZippedParts(file().open())) {
          known = zip.find(stringsPart) ? SharedStrings.read(zip.content()) : known;
        }
      }
      strings = known;
    }
    return known;
  }

  /** Where the parts of the workbook are, by their ids and types. */
  private static final class Links {

    private final String folder;
    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byType = new HashMap<>();

    Links(String folder) {
      this.folder = folder;
    }

    void read(XmlPart xml) {
      while (xml.nextElement()) {
        if (xml.is("Relationship")) {
          var type = xml.attribute("Type");
          var part = resolve(xml.attribute("Target"));
          byId.put(xml.attribute("Id"), part);
          byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), part);
        }
      }
    }

    private String resolve(String target) {
      var path = ZippedParts.name(target);
      var base = target.startsWith("/") ? "" : folder;
      while (path.startsWith("../") || path.startsWith("./")) {
        if (path.startsWith("../") && !base.isEmpty()) {
          base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        path = path.substring(path.indexOf('/') + 1);
      }
      return (base + path).toLowerCase(Locale.ROOT);
    }

    Optional<String> part(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    Optional<String> ofType(String type) {
      return Optional.ofNullable(byType.get(type));
    }
  }
}
