package eu.rempart.account;

import eu.rempart.account.right.MemberRights;
import eu.rempart.account.right.RecordGuard;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The question at the door of every service: {@code rights.require(Right.READ_RECORDS)}. Screens
 * ask {@link CurrentMember#may} to decide what to show; the service decides what happens.
 */
@Component
public class Rights {

  /** What shapes the organisation: to change it, or bring it back, takes this right besides. */
  private static final Map<String, Right> SHAPED_BY =
      Map.of(
          "team", Right.MANAGE_MEMBERS,
          "team_member", Right.MANAGE_MEMBERS,
          "custom_role", Right.MANAGE_MEMBERS,
          "custom_field", Right.MANAGE_FIELDS,
          "letterhead", Right.MANAGE_FIRM,
          "letterhead_logo", Right.MANAGE_FIRM,
          "pipeline", Right.MANAGE_PIPELINES,
          "pipeline_stage", Right.MANAGE_PIPELINES);

  private final CurrentMember current;

  public Rights(CurrentMember current) {
    this.current = current;
  }

  /**
   * Goes on only if whoever acts on this thread has the right.
   *
   * @throws NotPermittedException if their role lacks it, or nobody is signed in
   */
  public void require(Right right) {
    var role =
        current
            .find()
            .map(SignedInMember::role)
            .orElseThrow(() -> new NotPermittedException(right));
    if (!role.may(right)) {
      throw new NotPermittedException(right, role);
    }
  }

  /**
   * Goes on only if whoever acts on this thread has the right for records of a kind at all.
   *
   * @throws NotPermittedException if not
   */
  public void require(Right right, String kind) {
    require(right);
    Right shaping = SHAPED_BY.get(kind);
    if (shaping != null && right != Right.READ_RECORDS) {
      require(shaping);
    }
    if (current.rights().scope(right, kind) == Scope.NONE) {
      throw new NotPermittedException(right, kind);
    }
  }

  /**
   * Goes on only if whoever acts on this thread has the right for each of these records that they
   * may read; the others are as good as gone.
   *
   * @throws NotPermittedException if not
   */
  public void require(Right right, String kind, Collection<UUID> ids) {
    require(right, kind);
    // whoever may read one that is not theirs, since it asks them, is let by the database
    if (right != Right.READ_RECORDS && current.rights().owners(right, kind).isPresent()) {
      requireOwners(right, kind, owners(kind, ids).values());
    }
  }

  /**
   * Goes on only if whoever acts on this thread has the right for records of these owners.
   *
   * @param owners null stands for nobody
   * @throws NotPermittedException if not
   */
  public void requireOwners(Right right, String kind, Iterable<? extends @Nullable UUID> owners) {
    require(right, kind);
    MemberRights rights = current.rights();
    for (UUID owner : owners) {
      if (!rights.allow(right, kind, owner)) {
        throw new NotPermittedException(right, kind);
      }
    }
  }

  /**
   * Those of these records for which whoever acts on this thread has the right, in their order;
   * records that are gone are among them only if the right is for all.
   */
  public List<UUID> allowed(Right right, String kind, Collection<UUID> ids) {
    MemberRights rights = current.rights();
    if (rights.owners(right, kind).isEmpty()) {
      return List.copyOf(ids);
    }
    Map<UUID, @Nullable UUID> owners = owners(kind, ids);
    return ids.stream()
        .filter(owners::containsKey)
        .filter(id -> right == Right.READ_RECORDS || rights.allow(right, kind, owners.get(id)))
        .toList();
  }

  /**
   * The owner that a new record gets: whoever acts on this thread where nobody was named and they
   * could not write to a record that nobody owns.
   */
  public @Nullable UUID ownerOfNew(String kind, @Nullable UUID named) {
    return named != null || current.rights().allow(Right.WRITE_RECORDS, kind, null)
        ? named
        : current.id();
  }

  private Map<UUID, @Nullable UUID> owners(String kind, Collection<UUID> ids) {
    RecordGuard guard = current.guard();
    return guard == null || ids.isEmpty() ? Map.of() : guard.owners(kind, ids);
  }

  /** Columns of a kind that whoever acts on this thread is not shown. */
  public Set<String> hidden(String kind) {
    return current.rights().hidden(kind);
  }

  /** Columns of a kind that whoever acts on this thread does not change: those hidden too. */
  public Set<String> fixed(String kind) {
    return current.rights().fixed(kind);
  }

  /**
   * Goes on only if whoever acts on this thread may change these columns.
   *
   * @throws NotPermittedException if one of them is fixed
   */
  public void requireColumns(String kind, Collection<String> columns) {
    Set<String> fixed = fixed(kind);
    if (columns.stream().anyMatch(fixed::contains)) {
      throw new NotPermittedException(Right.WRITE_RECORDS, kind);
    }
  }
}
