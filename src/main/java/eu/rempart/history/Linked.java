package eu.rempart.history;

/**
 * The record at the other end of a link.
 *
 * @param linkKind kind of the link itself
 * @param name what people call it; empty where it was purged or has no name
 */
public record Linked(String linkKind, RecordRef record, String name) {

  /** Says nothing of the name: it is customer data. */
  @Override
  public String toString() {
    return "Linked[%s, %s]".formatted(linkKind, record);
  }
}
