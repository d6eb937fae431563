package eu.rempart.document;

import eu.rempart.document.folder.FolderId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a document.
 *
 * @param name null only where it doesn't open
 * @param folder null for those beside the folders
 * @param expires not before {@code published}
 * @param tags ids of its tags; one may lie in the bin
 */
public record DocumentData(
    @Nullable String name,
    @Nullable FolderId folder,
    @Nullable DocumentSort sort,
    DocumentState state,
    @Nullable LocalDate published,
    @Nullable LocalDate expires,
    @Nullable String description,
    @Nullable UUID owner,
    Set<UUID> tags) {

  /** Old drafts know no tags. */
  public DocumentData {
    tags = Set.copyOf(Objects.requireNonNullElse(tags, Set.<UUID>of()));
  }

  /** A new one of which nothing but its name is known. */
  public static DocumentData named(String name, @Nullable FolderId folder, @Nullable UUID owner) {
    return new DocumentData(
        name, folder, null, DocumentState.VALID, null, null, null, owner, Set.of());
  }

  public DocumentData inFolder(@Nullable FolderId other) {
    return new DocumentData(name, other, sort, state, published, expires, description, owner, tags);
  }

  public DocumentData ownedBy(@Nullable UUID other) {
    return new DocumentData(
        name, folder, sort, state, published, expires, description, other, tags);
  }

  public DocumentData tagged(Set<UUID> other) {
    return new DocumentData(
        name, folder, sort, state, published, expires, description, owner, other);
  }

  /** The same, for this. */
  public DocumentData sortedAs(@Nullable DocumentSort other) {
    return new DocumentData(
        name, folder, other, state, published, expires, description, owner, tags);
  }

  public DocumentData in(DocumentState other) {
    return new DocumentData(
        name, folder, sort, other, published, expires, description, owner, tags);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DocumentData[hidden]";
  }
}
