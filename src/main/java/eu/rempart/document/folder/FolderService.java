package eu.rempart.document.folder;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to folders. Every method needs a right, and throws where it is missing. */
@Service
public class FolderService {

  public static final int MAX_NAME = 120;

  /** Folders in each other. */
  public static final int MAX_DEPTH = 12;

  /** Folders are shaped by whoever may shape what lies in them. */
  private static final String DOCUMENT = "document";

  private final FolderRepository repository;
  private final Writes writes;
  private final Rights rights;

  FolderService(FolderRepository repository, Writes writes, Rights rights) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
  }

  /** All folders by name. */
  public List<Folder> all() {
    rights.require(Right.READ_RECORDS);
    return sorted(repository.all());
  }

  private static List<Folder> sorted(List<Folder> folders) {
    return folders.stream()
        .sorted(Comparator.comparing(Folder::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /**
   * The way to a folder, from the outermost one to itself; empty where it is not there. Asks
   * nobody.
   */
  @PermitAll
  public static List<Folder> path(List<Folder> all, FolderId to) {
    Map<FolderId, Folder> byId = new HashMap<>();
    all.forEach(folder -> byId.put(folder.id(), folder));
    List<Folder> path = new ArrayList<>();
    for (Folder at = byId.get(to);
        at != null && path.size() <= MAX_DEPTH;
        at = at.parent() == null ? null : byId.get(at.parent())) {
      path.addFirst(at);
    }
    return path;
  }

  /**
   * Keeps a new folder.
   *
   * @throws InvalidFieldException for a name that can't be kept, or folders too deep in each other
   */
  public FolderId create(@Nullable FolderId parent, String name) {
    rights.require(Right.WRITE_RECORDS, DOCUMENT);
    FolderId id = new FolderId(Ids.next());
    writes.run(
        Reason.EDIT,
        change -> {
          repository.lock();
          repository.insert(id, parent, checked(id, parent, name));
        });
    return id;
  }

  /**
   * Gives a folder another name or place; false where it is not there any more.
   *
   * @throws InvalidFieldException for a name that can't be kept, or a place inside of itself
   */
  public boolean save(FolderId id, @Nullable FolderId parent, String name) {
    rights.require(Right.WRITE_RECORDS, DOCUMENT);
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          repository.lock();
          String kept = checked(id, parent, name);
          boolean there = repository.all().stream().anyMatch(each -> each.id().equals(id));
          if (there) {
            repository.update(id, parent, kept);
          }
          return there;
        });
  }

  private String checked(FolderId id, @Nullable FolderId parent, String name) {
    String kept = name.strip();
    if (kept.isEmpty()) {
      throw new InvalidFieldException("document_folder.field.name", Problem.REQUIRED);
    }
    if (kept.length() > MAX_NAME) {
      throw new InvalidFieldException("document_folder.field.name", Problem.TOO_LONG);
    }
    List<Folder> way = parent == null ? List.of() : path(repository.all(), parent);
    if ((parent != null && way.isEmpty())
        || way.size() >= MAX_DEPTH
        || way.stream().anyMatch(each -> each.id().equals(id))) {
      throw new InvalidFieldException("document_folder.field.parent_id", Problem.BAD_REFERENCE);
    }
    return kept;
  }

  /**
   * Moves an empty folder to the bin.
   *
   * @return the id of the change, by which it can be undone; empty where something lies in it
   */
  public Optional<UUID> archive(FolderId id) {
    rights.require(Right.ARCHIVE_RECORDS, DOCUMENT);
    return writes.inTransaction(
        Reason.ARCHIVE,
        change -> {
          repository.lock();
          if (!repository.isEmpty(id)) {
            return Optional.empty();
          }
          repository.delete(id);
          return Optional.of(change.id());
        });
  }
}
