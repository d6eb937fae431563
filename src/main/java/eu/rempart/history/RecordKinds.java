package eu.rempart.history;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds that the business rooms registered. */
@Component
public class RecordKinds {

  private final ObjectProvider<RecordKind> registered;

  /** Rooms may register theirs after this bean stands. */
  public RecordKinds(ObjectProvider<RecordKind> registered) {
    this.registered = registered;
  }

  /**
   * The kind of this name.
   *
   * @throws IllegalArgumentException if no room registered it
   */
  public RecordKind of(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no kind of record is called " + name));
  }

  /** The kind of this name, if a room registered it. */
  public Optional<RecordKind> find(String name) {
    return Optional.ofNullable(byName().get(name));
  }

  /** All of them that aren't links. */
  public List<RecordKind> records() {
    return byName().values().stream().filter(kind -> !kind.isLink()).toList();
  }

  /** The kinds of the links that belong to records of this kind. */
  List<RecordKind> linksOf(String parent) {
    return byName().values().stream()
        .filter(kind -> kind.isLink() && kind.table().belongsTo().containsValue(parent))
        .toList();
  }

  /** All of them. */
  public Collection<RecordKind> all() {
    return byName().values();
  }

  private Map<String, RecordKind> byName() {
    Map<String, RecordKind> kinds = new LinkedHashMap<>();
    registered.orderedStream().forEach(kind -> kinds.put(kind.name(), kind));
    return kinds;
  }
}
