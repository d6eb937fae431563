package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What kind of workbook a file is, by what is in it and not by its name. */
enum Container {
  XLSX,
  ODS,
  /** The binary format of Excel 2007 and later. */
  XLSB,
  /** The binary format of before 2007. */
  XLS,
  /** Apple's. */
  NUMBERS,
  /** Any that a password seals. */
  PROTECTED,
  /** No workbook. */
  OTHER;

  private static final byte[] SEALED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final int BUFFER = 1 << 16;

  static Container of(FileSource file) throws IOException {
    try (var in = file.open()) {
      var head = in.readNBytes(4);
      if (head.length < 4) {
        return OTHER;
      }
      if ((head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF && head[2] == 0x11) {
        return contains(in, SEALED) ? PROTECTED : XLS;
      }
      if (head[0] != 'P' || head[1] != 'K' || head[2] != 3 || head[3] != 4) {
        return OTHER;
      }
    }
    try (var zip = new ZippedParts(file.open())) {
      var found = OTHER;
      for (var name = zip.next(); name != null; name = zip.next()) {
        var part = part(name.toLowerCase(Locale.ROOT), zip);
        if (part != OTHER && part != ODS) {
          return part;
        }
        found = part == OTHER ? found : part;
      }
      return found;
    }
  }

  private static Container part(String name, ZippedParts zip) throws IOException {
    if (name.equals("mimetype")) {
      var type = new String(zip.begin(128), StandardCharsets.US_ASCII);
      return type.startsWith("application/vnd.oasis.opendocument.spreadsheet") ? ODS : OTHER;
    }
    if (name.equals("meta-inf/manifest.xml")) {
      return new String(zip.begin(1 << 20), StandardCharsets.UTF_8).contains("encryption-data")
          ? PROTECTED
          : OTHER;
    }
    if (name.endsWith("workbook.bin")) {
      return XLSB;
    }
    if (name.endsWith(".iwa")) {
      return NUMBERS;
    }
    return name.endsWith("workbook.xml") ? XLSX : OTHER;
  }

  private static boolean contains(InputStream in, byte[] sought) throws IOException {
    var buffer = new byte[BUFFER];
    var matched = 0;
    for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (var i = 0; i < n; i++) {
        // E and NUL occur once at its beginning: no other restart is possible
        matched = buffer[i] == sought[matched] ? matched + 1 : buffer[i] == sought[0] ? 1 : 0;
        if (matched == sought.length) {
          return true;
        }
      }
    }
    return false;
  }
}
