package eu.rempart.document;

import eu.rempart.document.folder.FolderId;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a list shows, and in which order.
 *
 * @param folder in which those are that are not looked for; null for what lies beside all folders
 * @param text of their name, file, description or words; blank for any
 * @param sort what they are for; null for anything
 */
public record DocumentQuery(
    @Nullable FolderId folder, String text, @Nullable DocumentSort sort, DocumentOrder order) {

  /** Whether documents are looked for, in whatever folder they are. */
  public boolean searches() {
    return !text.isBlank() || sort != null;
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DocumentQuery[hidden]";
  }
}
