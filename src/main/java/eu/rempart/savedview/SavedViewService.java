package eu.rempart.savedview;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The door to saved views. Whoever reads records keeps views of their own; shared ones are seen by
 * all, and changed by whose they are and by those who may restore others' records.
 */
@Service
public class SavedViewService {

  public static final int MAX_NAME = 60;

  private final SavedViewRepository repository;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;

  SavedViewService(
      SavedViewRepository repository, Writes writes, Rights rights, CurrentMember current) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
  }

  /** The views of a kind of records that the member sees, in no order. */
  public List<SavedView> of(String kind) {
    rights.require(Right.READ_RECORDS);
    return repository.of(kind, current.id());
  }

  /** A view that the member sees. */
  public Optional<SavedView> find(SavedViewId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).filter(view -> view.shared() || view.ownerId().equals(current.id()));
  }

  /**
   * Keeps a new view of the member's.
   *
   * @throws InvalidFieldException if the name can't be kept
   */
  public SavedView create(String kind, String name, boolean shared, ViewContent content) {
    rights.require(shared ? Right.WRITE_RECORDS : Right.READ_RECORDS);
    SavedView view =
        new SavedView(
            new SavedViewId(Ids.next()), 1, current.id(), kind, shared, name(name), content);
    writes.run(Reason.EDIT, change -> repository.insert(view));
    return view;
  }

  /**
   * Gives a view this name and content, and shares it or not; false where somebody else changed or
   * archived it meanwhile.
   *
   * @throws InvalidFieldException if the name can't be kept
   * @throws eu.rempart.account.NotPermittedException if it is somebody else's
   */
  public boolean save(SavedView view) {
    rights.require(view.shared() ? Right.WRITE_RECORDS : Right.READ_RECORDS);
    SavedView kept =
        new SavedView(
            view.id(),
            view.version(),
            view.ownerId(),
            view.kind(),
            view.shared(),
            name(view.name()),
            view.content());
    return reaches(view.id())
        && writes.inTransaction(Reason.EDIT, change -> repository.update(kept));
  }

  /**
   * Moves a view to the bin.
   *
   * @return the id of the change, by which it can be undone
   * @throws eu.rempart.account.NotPermittedException if it is somebody else's
   */
  public UUID archive(SavedViewId id) {
    rights.require(Right.READ_RECORDS);
    boolean reached = reaches(id);
    return writes.inTransaction(
        Reason.ARCHIVE,
        change -> {
          if (reached) {
            repository.delete(id);
          }
          return change.id();
        });
  }

  /** Whether the member may change it. */
  public boolean mayChange(SavedView view) {
    return view.ownerId().equals(current.id())
        || (view.shared() && current.may(Right.RESTORE_RECORDS));
  }

  /** Whether it is there for the member; a private one of somebody else's is there for nobody. */
  private boolean reaches(SavedViewId id) {
    Optional<SavedView> view = find(id);
    if (view.isPresent() && !view.get().ownerId().equals(current.id())) {
      rights.require(Right.RESTORE_RECORDS);
    }
    return view.isPresent();
  }

  private static String name(String typed) {
    String name = InvisibleMarks.strip(typed).strip();
    if (name.isEmpty()) {
      throw new InvalidFieldException("saved_view.field.name", Problem.REQUIRED);
    }
    if (name.length() > MAX_NAME) {
      throw new InvalidFieldException("saved_view.field.name", Problem.TOO_LONG);
    }
    return name;
  }
}
