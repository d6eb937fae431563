package eu.rempart.document;

import eu.rempart.document.folder.FolderId;
import eu.rempart.search.rule.Rule;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a list shows, and in which order.
 *
 * @param folder that is walked through while nothing is looked for; null for all documents
 * @param text of their name, file, description or words; blank for any
 * @param rule further conditions
 * @param sortedBy one of the organisation's own fields, by which it is sorted rather than by {@code
 *     sort}; null for none
 * @param zone in which a day begins and ends
 */
public record DocumentQuery(
    @Nullable FolderId folder,
    String text,
    DocumentFilter filter,
    Rule rule,
    DocumentColumn sort,
    boolean descending,
    @Nullable UUID sortedBy,
    ZoneId zone) {

  public DocumentQuery {
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  /** One that is sorted by none of the organisation's own fields. */
  public DocumentQuery(
      @Nullable FolderId folder,
      String text,
      DocumentFilter filter,
      Rule rule,
      DocumentColumn sort,
      boolean descending,
      ZoneId zone) {
    this(folder, text, filter, rule, sort, descending, null, zone);
  }

  /** Whether documents are looked for, in whatever folder they are. */
  public boolean searches() {
    return !text.isBlank() || !filter.equals(DocumentFilter.NONE) || !rule.isEmpty();
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DocumentQuery[hidden]";
  }
}
