package eu.rempart.tag;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.InvisibleMarks;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What a tag must be like to be kept. */
public final class TagRules {

  public static final int MAX_NAME = 40;

  /** Most tags on one record; the database holds to it too. */
  public static final int MAX_ON_RECORD = 50;

  private TagRules() {}

  /**
   * The name as it is kept.
   *
   * @throws InvalidFieldException if it is empty or longer than {@link #MAX_NAME}
   */
  public static String name(String typed) {
    String name = InvisibleMarks.strip(typed).strip().replaceAll("\\s+", " ");
    if (name.isEmpty()) {
      throw new InvalidFieldException("tag.field.name", Problem.REQUIRED);
    }
    if (name.length() > MAX_NAME) {
      throw new InvalidFieldException("tag.field.name", Problem.TOO_LONG);
    }
    return name;
  }

  /** What two names have in common that people take for the same. */
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /** The one of these that people would take for the one of this name. */
  public static Optional<Tag> named(Collection<Tag> tags, String name) {
    String key = key(name(name));
    return tags.stream().filter(tag -> key(tag.name()).equals(key)).findFirst();
  }
}
