package eu.rempart.team;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door to teams: everybody sees them, administrators make them. */
@Service
public class TeamService {

  private final TeamRepository repository;
  private final TeamGuard guard;
  private final Writes writes;
  private final Rights rights;

  TeamService(TeamRepository repository, TeamGuard guard, Writes writes, Rights rights) {
    this.repository = repository;
    this.guard = guard;
    this.writes = writes;
    this.rights = rights;
  }

  /** All of them, the oldest first. */
  public List<Team> all() {
    rights.require(Right.READ_RECORDS);
    return repository.all();
  }

  /**
   * Makes a team.
   *
   * @throws eu.rempart.common.InvalidFieldException if it has no name, or one of over 100 letters
   */
  public TeamId create(String name, Set<UUID> members) {
    rights.require(Right.MANAGE_MEMBERS);
    String kept = TeamRules.name("team.field.name", name);
    TeamId id = new TeamId(Ids.next());
    writes.run(
        Reason.EDIT,
        change -> {
          repository.insert(id, kept);
          repository.add(id, members);
        });
    guard.forget();
    return id;
  }

  /**
   * Gives a team this name and exactly these members; false where somebody else renamed or removed
   * it meanwhile.
   *
   * @param before as it was shown
   * @throws eu.rempart.common.InvalidFieldException if it has no name, or one of over 100 letters
   */
  public boolean save(Team before, String name, Set<UUID> members) {
    rights.require(Right.MANAGE_MEMBERS);
    String kept = TeamRules.name("team.field.name", name);
    boolean saved =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              if (!repository.rename(before.id(), before.version(), kept)) {
                return false;
              }
              repository.add(before.id(), without(members, before.members()));
              repository.take(before.id(), without(before.members(), members));
              return true;
            });
    guard.forget();
    return saved;
  }

  private static Set<UUID> without(Set<UUID> all, Set<UUID> those) {
    Set<UUID> rest = new HashSet<>(all);
    rest.removeAll(those);
    return rest;
  }

  /**
   * Moves a team to the bin.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID remove(TeamId id) {
    rights.require(Right.MANAGE_MEMBERS);
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(id));
    guard.forget();
    return changeId;
  }
}
