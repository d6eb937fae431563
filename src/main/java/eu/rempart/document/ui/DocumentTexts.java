package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.document.DocumentSort;
import eu.rempart.document.DocumentState;
import eu.rempart.document.file.FileCategory;
import eu.rempart.document.file.StoredFile;
import eu.rempart.shell.text.Formats;
import java.util.Locale;

/** Documents in words. */
public final class DocumentTexts {

  private DocumentTexts() {}

  public static String sort(DocumentSort sort) {
    return t("document.sort." + sort.name());
  }

  public static String state(DocumentState state) {
    return t("document.state." + state.name());
  }

  public static String category(FileCategory category) {
    return t("document.category." + category.name());
  }

  /** Such as "1.4 MB" or "1,4 Mo"; empty where it doesn't open. */
  public static String size(long bytes) {
    return bytes < 0 ? "" : Formats.size(bytes);
  }

  /** What people call the file's type: its ending, or that it has none. */
  public static String type(StoredFile file) {
    String ending = file.name().ending();
    return ending.isEmpty() || ending.length() > 8
        ? t("document.type.none")
        : ending.toUpperCase(Locale.ROOT);
  }
}
