package eu.rempart.common;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key by which another program knows a record. Several are written into one text, {@code
 * hubspot:51; salesforce:0035g00000AbCdE}; a key whose program nobody knows stands alone.
 *
 * @param system the program, such as {@code hubspot}: lower-case letters and hyphens; empty when
 *     unknown, or when the key is unique the world over
 * @param id the program's own key, stripped, in one line, not empty
 */
public record ExternalId(String system, String id) {

  private static final String BETWEEN = "; ";
  private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z-]{1,19}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What keys of this product's own records begin with (RFC 9562). */
  private static final String OWN = "urn:uuid:";

  /** Takes the parts; what would end the key in the text of several is taken out. */
  public ExternalId {
    id = BLANKS.matcher(id).replaceAll(" ").replace(BETWEEN, ";").strip();
  }

  /** The keys that the text names. */
  public static List<ExternalId> parse(@Nullable String text) {
    List<ExternalId> ids = new ArrayList<>(1);
    if (text != null) {
      for (String part : text.split(BETWEEN, -1)) {
        if (!part.isBlank()) {
          ids.add(one(part.strip()));
        }
      }
    }
    return ids;
  }

  /** The text with one more key; unchanged where it has that key. */
  public static String add(@Nullable String text, ExternalId more) {
    List<ExternalId> ids = parse(text);
    if (ids.contains(more)) {
      return text == null ? "" : text;
    }
    return ids.isEmpty() ? more.key() : text + BETWEEN + more.key();
  }

  /** What to find it by: equal keys are the same key of the same program. */
  public String key() {
    return system.isEmpty() ? id : system + ":" + id;
  }

  /** The id of a record of this product, of whichever installation, as its exports write it. */
  public static ExternalId ours(UUID id) {
    return new ExternalId("", OWN + id);
  }

  /** Whether it may be the id of a record of this product. */
  public boolean isOurs() {
    return id.startsWith(OWN);
  }

  /** Whether no other record anywhere can have it, or only one of another program. */
  public boolean isTelling() {
    return !system.isEmpty() || isOurs();
  }

  private static ExternalId one(String text) {
    int colon = text.indexOf(':');
    boolean named = colon > 0 && SYSTEM.matcher(text.substring(0, colon)).matches();
    return named && !text.startsWith("urn:") && !text.startsWith("http")
        ? new ExternalId(text.substring(0, colon), text.substring(colon + 1))
        : new ExternalId("", text);
  }

  @Override
  public String toString() {
    return "ExternalId[" + system + ", hidden]";
  }
}
