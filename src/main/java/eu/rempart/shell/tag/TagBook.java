package eu.rempart.shell.tag;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All tags by their id, in the order of their names, as they were when the screen was built. */
public final class TagBook {

  /** Without any. */
  public static final TagBook EMPTY = new TagBook(List.of());

  private final Map<UUID, TagLook> looks = new LinkedHashMap<>();

  /**
   * Takes them.
   *
   * @param inOrder as they are to be offered
   */
  public TagBook(List<TagLook> inOrder) {
    inOrder.forEach(look -> looks.put(look.id(), look));
  }

  public List<TagLook> all() {
    return List.copyOf(looks.values());
  }

  public Optional<TagLook> find(UUID id) {
    return Optional.ofNullable(looks.get(id));
  }

  /** Those of these that are there, in the order of their names: one in the bin is left out. */
  public List<TagLook> of(Collection<UUID> ids) {
    return looks.values().stream().filter(look -> ids.contains(look.id())).toList();
  }

  /** Their names on one line. */
  public String names(Collection<UUID> ids) {
    return of(ids).stream().map(TagLook::name).collect(Collectors.joining(", "));
  }

  /** The name of one; an ellipsis where it is gone. */
  public String name(UUID id) {
    return find(id).map(TagLook::name).orElse("…");
  }
}
