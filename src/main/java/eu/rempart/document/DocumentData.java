package eu.rempart.document;

import eu.rempart.common.custom.CustomValues;
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
 * @param custom what it has in fields of the organisation's own
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
    Set<UUID> tags,
    CustomValues custom) {

  /** Of which nothing is known. */
  static final DocumentData EMPTY =
      new DocumentData(
          null,
          null,
          null,
          DocumentState.VALID,
          null,
          null,
          null,
          null,
          Set.of(),
          CustomValues.NONE);

  /** Old drafts know no tags and no own fields. */
  public DocumentData {
    tags = Set.copyOf(Objects.requireNonNullElse(tags, Set.<UUID>of()));
    custom = CustomValues.orNone(custom);
  }

  /** A new one of which nothing but its name is known. */
  public static DocumentData named(String name, @Nullable FolderId folder, @Nullable UUID owner) {
    return EMPTY.called(name).inFolder(folder).ownedBy(owner);
  }

  private DocumentData called(String other) {
    return new DocumentData(
        other, folder, sort, state, published, expires, description, owner, tags, custom);
  }

  public DocumentData inFolder(@Nullable FolderId other) {
    return new DocumentData(
        name, other, sort, state, published, expires, description, owner, tags, custom);
  }

  public DocumentData ownedBy(@Nullable UUID other) {
    return new DocumentData(
        name, folder, sort, state, published, expires, description, other, tags, custom);
  }

  public DocumentData tagged(Set<UUID> other) {
    return new DocumentData(
        name, folder, sort, state, published, expires, description, owner, other, custom);
  }

  /** The same, for this. */
  public DocumentData sortedAs(@Nullable DocumentSort other) {
    return new DocumentData(
        name, folder, other, state, published, expires, description, owner, tags, custom);
  }

  public DocumentData in(DocumentState other) {
    return new DocumentData(
        name, folder, sort, other, published, expires, description, owner, tags, custom);
  }

  /** The same, with this in fields of the organisation's own. */
  public DocumentData filled(CustomValues other) {
    return new DocumentData(
        name, folder, sort, state, published, expires, description, owner, tags, other);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DocumentData[hidden]";
  }
}
