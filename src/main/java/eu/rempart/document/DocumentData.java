package eu.rempart.document;

import eu.rempart.document.folder.FolderId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a document.
 *
 * @param name null only where it doesn't open
 * @param folder null for those beside the folders
 * @param expires not before {@code published}
 */
public record DocumentData(
    @Nullable String name,
    @Nullable FolderId folder,
    @Nullable DocumentSort sort,
    DocumentState state,
    @Nullable LocalDate published,
    @Nullable LocalDate expires,
    @Nullable String description,
    @Nullable UUID owner) {

  /** A new one of which nothing but its name is known. */
  public static DocumentData named(String name, @Nullable FolderId folder, @Nullable UUID owner) {
    return new DocumentData(name, folder, null, DocumentState.VALID, null, null, null, owner);
  }

  public DocumentData inFolder(@Nullable FolderId other) {
    return new DocumentData(name, other, sort, state, published, expires, description, owner);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DocumentData[hidden]";
  }
}
