package eu.rempart.preview;

import java.util.Set;

/** The types of files that can be looked into, beside pictures. */
final class MediaTypes {

  static final String PDF = "application/pdf";
  static final String HTML = "text/html";

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
  static final String XLS = "application/vnd.ms-excel";

  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String ODT = "application/vnd.oasis.opendocument.text";
  static final String DOC = "application/msword";

  static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  static final String ODP = "application/vnd.oasis.opendocument.presentation";
  static final String PPT = "application/vnd.ms-powerpoint";

  /** Shown as a table. */
  static final Set<String> SHEETS = Set.of(XLSX, ODS, XLS);

  /** Shown as their text. */
  static final Set<String> LETTERS = Set.of(DOCX, ODT, DOC, PPTX, ODP, PPT);

  private static final Set<String> TEXTS =
      Set.of("application/json", "application/xml", "application/sql", "application/x-yaml");

  private MediaTypes() {}

  static boolean isText(String mediaType) {
    return mediaType.startsWith("text/") || TEXTS.contains(mediaType);
  }

  /** Whether there may be words in it. */
  static boolean hasWords(String mediaType) {
    return mediaType.equals(PDF)
        || SHEETS.contains(mediaType)
        || LETTERS.contains(mediaType)
        || isText(mediaType);
  }
}
