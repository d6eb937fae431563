package eu.rempart.exchange.run.match;

import eu.rempart.common.ExternalId;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which rows the file had further up: by the key of the program that wrote it, or whole.
 * For one file, on one thread.
 */
public final class FileRows {

  private final Set<UUID> seen = new HashSet<>();

  /**
   * Whether a row further up was the same; remembers this one.
   *
   * @param externalId keys of the record, as it keeps them
   * @param cells what tells rows without a key apart
   */
  public boolean isAgain(@Nullable String externalId, List<String> cells) {
    List<ExternalId> keys = ExternalId.parse(externalId);
    if (keys.isEmpty()) {
      return !seen.add(mark("row\0" + String.join("\0", cells)));
    }
    boolean again = false;
    for (ExternalId key : keys) {
      again |= !seen.add(mark("key\0" + key.key()));
    }
    return again;
  }

  /** Sixteen bytes in place of the text: a file may have millions of rows. */
  private static UUID mark(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
