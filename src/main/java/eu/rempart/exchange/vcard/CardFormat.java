package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a file writes people down, other than as a table. */
enum CardFormat {
  /** RFC 2426 and RFC 6350, and vCard 2.1. */
  VCARD,
  /** RFC 7095. */
  JCARD,
  /** RFC 2849, as directories and Thunderbird write it. */
  LDIF,
  NONE;

  private static final int HEAD = 4_096;

  private static final Pattern A_JCARD =
      Pattern.compile("\\[\\s*(?:\\[\\s*)?\"vcard\"\\s*,", Pattern.CASE_INSENSITIVE);

  private static final Pattern JSON = Pattern.compile("\\{\\s*\"|\\[\\s*[\\[{\"]");

  /** Lines of comments, the version, then the name of the first entry. */
  private static final Pattern AN_LDIF =
      Pattern.compile(
          "(?:#[^\n]*\n|[ \t][^\n]*\n|\\s*\n)*(?:version: ?\\d+\\s*\n(?:#[^\n]*\n|\\s*\n)*)?"
              + "dn::? ?\\S.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * That of the file, by how it begins.
   *
   * @throws UnreadableFileException when it is JSON of another kind, which is no table either
   */
  static CardFormat of(FileSource file, Charset charset) throws IOException {
    try (var in = new InputStreamReader(file.open(), charset)) {
      var head = new char[HEAD];
      var n = Math.max(0, in.read(head));
      var text = new String(head, 0, n).replace("\uFEFF", "").stripLeading();
      if (text.toUpperCase(Locale.ROOT).replace(" ", "").startsWith("BEGIN:VCARD")) {
        return VCARD;
      }
      if (A_JCARD.matcher(text).lookingAt()) {
        return JCARD;
      }
      if (JSON.matcher(text).lookingAt()) {
        throw new UnreadableFileException(FileProblem.JSON);
      }
      return AN_LDIF.matcher(text.replace("\r", "")).matches() ? LDIF : NONE;
    }
  }
}
