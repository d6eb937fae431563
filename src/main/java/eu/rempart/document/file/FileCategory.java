package eu.rempart.document.file;

import java.util.Locale;
import java.util.Set;

/** What a file is to people who look for it, told by its media type. */
public enum FileCategory {
  PICTURE,
  PDF,
  TEXT,
  TABLE,
  SLIDES,
  MAIL,
  SOUND,
  FILM,
  PACKED,
  OTHER;

  private static final Set<String> PACKERS =
      Set.of(
          "application/zip",
          "application/gzip",
          "application/x-tar",
          "application/x-7z-compressed",
          "application/x-bzip2",
          "application/x-xz",
          "application/vnd.rar",
          "application/x-rar-compressed");

  /** Of a type such as {@code image/png}; anything is one. */
  public static FileCategory of(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT);
    if (type.equals("application/pdf")) {
      return PDF;
    }
    if (type.equals("text/csv")
        || type.equals("text/tab-separated-values")
        || hasOne(type, "ms-excel", "spreadsheet")) {
      return TABLE;
    }
    if (hasOne(type, "powerpoint", "presentation")) {
      return SLIDES;
    }
    if (type.startsWith("message/") || type.equals("application/vnd.ms-outlook")) {
      return MAIL;
    }
    if (type.startsWith("text/")
        || hasOne(type, "msword", "ms-word", "wordprocessing", "opendocument.text", "rtf")) {
      return TEXT;
    }
    return type.startsWith("image/")
        ? PICTURE
        : type.startsWith("audio/")
            ? SOUND
            : type.startsWith("video/") ? FILM : PACKERS.contains(type) ? PACKED : OTHER;
  }

  private static boolean hasOne(String type, String... parts) {
    for (String part : parts) {
      if (type.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
