package eu.rempart.document.folder;

import org.jspecify.annotations.Nullable;

/**
 * A folder.
 *
 * @param version the optimistic lock number
 * @param parent null for those that lie in no other
 * @param name the short code of why where it doesn't open
 */
public record Folder(FolderId id, int version, @Nullable FolderId parent, String name) {

  /** Names are customer data. */
  @Override
  public String toString() {
    return "Folder[" + id + "]";
  }
}
