package eu.rempart.team;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.right.CustomRoles;
import eu.rempart.common.Ids;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.history.RecordKinds;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door to the organisation's own roles, which administrators make and give. */
@Service
public class RoleService implements CustomRoles {

  private static final Set<String> NEEDED =
      Set.of(
          "owner_id",
          "stage_id",
          "state",
          "folder_id",
          "name",
          "first_name",
          "last_name",
          "subject",
          "title",
          "currency",
          "revenue_currency");

  private final CustomRoleRepository repository;
  private final TeamGuard guard;
  private final RecordKinds kinds;
  private final Writes writes;
  private final Rights rights;

  RoleService(
      CustomRoleRepository repository,
      TeamGuard guard,
      RecordKinds kinds,
      Writes writes,
      Rights rights) {
    this.repository = repository;
    this.kinds = kinds;
    this.guard = guard;
    this.writes = writes;
    this.rights = rights;
  }

  /** All of them, the oldest first. */
  public List<CustomRole> all() {
    rights.require(Right.MANAGE_MEMBERS);
    return repository.all();
  }

  /** The kinds of record that roles tell apart, by the names of their tables. */
  public List<String> kinds() {
    rights.require(Right.MANAGE_MEMBERS);
    return OwnerQueries.kinds().stream().filter(kind -> kinds.find(kind).isPresent()).toList();
  }

  /**
   * The columns of a kind that may be hidden or made read-only. Owner, stage, state and folder say
   * who may read a record and where it stands, and who may not know its name may not read the
   * record.
   */
  public List<String> columns(String kind) {
    rights.require(Right.MANAGE_MEMBERS);
    Set<String> hidden = kinds.of(kind).hidden();
    return KeptTables.of(kind).businessColumns().stream()
        .map(KeptColumn::name)
        .filter(column -> !NEEDED.contains(column) && !hidden.contains(column))
        .toList();
  }

  @Override
  public List<Choice> choices() {
    rights.require(Right.MANAGE_MEMBERS);
    return repository.all().stream()
        .map(role -> new Choice(role.id().value(), role.name(), role.base()))
        .toList();
  }

  /**
   * Makes a role.
   *
   * @param base the built-in role that it takes away from: a manager, member or reader
   * @throws eu.rempart.common.InvalidFieldException if it has no name, or one of over 100 letters
   */
  public CustomRoleId create(String name, Role base, RoleRules rules) {
    rights.require(Right.MANAGE_MEMBERS);
    String kept = TeamRules.name("custom_role.field.name", name);
    CustomRoleId id = new CustomRoleId(Ids.next());
    writes.run(Reason.EDIT, change -> repository.insert(id, kept, base, rules));
    return id;
  }

  /**
   * Gives a role this name and these rules, which hold at once for whoever has it; false where
   * somebody else saved or removed it meanwhile.
   *
   * @param before as it was shown
   * @throws eu.rempart.common.InvalidFieldException if it has no name, or one of over 100 letters
   */
  public boolean save(CustomRole before, String name, RoleRules rules) {
    rights.require(Right.MANAGE_MEMBERS);
    String kept = TeamRules.name("custom_role.field.name", name);
    boolean saved =
        writes.inTransaction(
            Reason.EDIT, change -> repository.update(before.id(), before.version(), kept, rules));
    guard.forget();
    return saved;
  }

  /** How many members have a role. */
  public int countMembers(CustomRoleId id) {
    rights.require(Right.MANAGE_MEMBERS);
    return repository.countMembers(id);
  }

  /**
   * Moves a role to the bin that no member has.
   *
   * @return the id of the change, by which it can be undone
   * @throws RoleInUseException if somebody has it: they would be left with nothing
   */
  public UUID remove(CustomRoleId id) {
    rights.require(Right.MANAGE_MEMBERS);
    return writes.inTransaction(
        Reason.ARCHIVE,
        change -> {
          int members = repository.countMembers(id);
          if (members > 0) {
            throw new RoleInUseException(members);
          }
          repository.delete(id);
          return change.id();
        });
  }
}
