package eu.rempart.exchange.run.match;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagId;
import eu.rempart.tag.TagRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tags that a file names: those that are there, and new ones, which have their ids before they
 * are written. For one file, on one thread.
 */
public final class FileTags {

  /** A column with more different texts than this holds no tags. */
  public static final int MOST_NEW = 300;

  /**
   * What the names of a row come to.
   *
   * @param rest names that make no tag, for the description; null where there are none
   */
  public record Read(Set<UUID> ids, @Nullable String rest) {

    static final Read NOTHING = new Read(Set.of(), null);
  }

  private final Supplier<List<Tag>> tags;
  private final Map<String, UUID> known = new HashMap<>();
  private Map<TagId, String> fresh = new LinkedHashMap<>();
  private int made;
  private boolean asked;

  /**
   * Asks for the tags that are there once the file names one.
   *
   * @param tags all of them
   */
  public FileTags(Supplier<List<Tag>> tags) {
    this.tags = tags;
  }

  public Read read(List<String> names) {
    if (names.isEmpty()) {
      return Read.NOTHING;
    }
    if (!asked) {
      asked = true;
      tags.get().forEach(tag -> known.put(TagRules.key(tag.name()), tag.id().value()));
    }
    Set<UUID> ids = new LinkedHashSet<>();
    List<String> rest = new ArrayList<>();
    for (String name : names) {
      UUID id = ids.size() < TagRules.MAX_ON_RECORD ? id(name) : null;
      if (id == null) {
        rest.add(name);
      } else {
        ids.add(id);
      }
    }
    return new Read(ids, rest.isEmpty() ? null : String.join(", ", rest));
  }

  private @Nullable UUID id(String name) {
    String kept;
    try {
      kept = TagRules.name(name);
    } catch (InvalidFieldException _) {
      return null; // a sentence, which the description keeps
    }
    UUID there = known.get(TagRules.key(kept));
    if (there != null || made >= MOST_NEW) {
      return there;
    }
    made++;
    UUID id = eu.rempart.common.Ids.next();
    known.put(TagRules.key(kept), id);
    fresh.put(new TagId(id), kept);
    return id;
  }

  /** The new ones since the last call, to be written before the records that carry them. */
  public Map<TagId, String> takeNew() {
    Map<TagId, String> taken = fresh;
    fresh = new LinkedHashMap<>();
    return taken;
  }

  /** Those of the new ones since the last call that records carry; the others may be yet. */
  public Map<TagId, String> takeNew(Set<UUID> carried) {
    Map<TagId, String> taken = new LinkedHashMap<>(fresh);
    taken.keySet().removeIf(id -> !carried.contains(id.value()));
    fresh.keySet().removeAll(taken.keySet());
    return taken;
  }
}
