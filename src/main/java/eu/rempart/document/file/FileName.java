package eu.rempart.document.file;

import eu.rempart.common.InvisibleMarks;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a file, whatever its sender called it: one line, no path, nothing that hides or turns
 * what stands in it, and one that every system can store. Customer data.
 *
 * @param value 1 to {@value #MAX} characters
 */
public record FileName(String value) {

  public static final int MAX = 200;

  private static final String NAMELESS = "file";
  private static final int LONGEST_ENDING = 20;

  /** Names that mean devices to Windows, with any ending. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  /** Makes a name of what was given; never fails. */
  public static FileName of(String given) {
    String name = InvisibleMarks.strip(Normalizer.normalize(given, Normalizer.Form.NFC));
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .filter(c -> !isHidden(c))
        .map(c -> "<>:\"|?*".indexOf(c) >= 0 ? '_' : c)
        .forEach(kept::appendCodePoint);
    // Windows drops them at the end, and in front they hide a file
    name = trimmed(kept.toString());
    if (name.isEmpty()) {
      return new FileName(NAMELESS);
    }
    String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    if (DEVICES.contains(stem.strip().toLowerCase(Locale.ROOT))) {
      name = "_" + name;
    }
    return new FileName(shortened(name));
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String shortened(String name) {
    if (name.length() <= MAX) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
    int end = MAX - ending.length();
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return trimmed(name.substring(0, end)) + ending;
  }

  private static String trimmed(String name) {
    return name.replaceAll("^[.\\s\\h]+|[.\\s\\h]+$", "");
  }

  /** What stands behind the last dot, in small letters; empty where nothing does. */
  public String ending() {
    int dot = value.lastIndexOf('.');
    return dot <= 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The name without its ending: what a new document is called. */
  public String stem() {
    int dot = value.lastIndexOf('.');
    return dot <= 0 ? value : value.substring(0, dot);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "FileName[hidden]";
  }
}
