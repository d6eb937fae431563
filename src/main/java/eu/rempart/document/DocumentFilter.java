package eu.rempart.document;

import eu.rempart.document.file.FileCategory;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are listed; an empty set lets all through.
 *
 * @param types what the file that counts is
 * @param sorts what they are for
 * @param folders in one of these
 * @param tags with one of these
 * @param from the first day on which they may have been added; null for any
 * @param to the last one; null for any
 */
public record DocumentFilter(
    Set<FileCategory> types,
    Set<DocumentSort> sorts,
    Set<UUID> folders,
    Set<UUID> owners,
    Set<UUID> tags,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /** All of them. */
  public static final DocumentFilter NONE =
      new DocumentFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null);

  public DocumentFilter {
    types = Set.copyOf(types);
    sorts = Set.copyOf(sorts);
    folders = Set.copyOf(folders);
    owners = Set.copyOf(owners);
    tags = Set.copyOf(tags);
  }
}
