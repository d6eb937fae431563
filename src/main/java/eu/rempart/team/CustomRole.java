package eu.rempart.team;

import eu.rempart.account.Role;

/**
 * A role that the organisation made: a built-in one, less what its rules take away.
 *
 * @param base never changes; of the organisation's own roles none is an administrator's
 */
public record CustomRole(CustomRoleId id, int version, String name, Role base, RoleRules rules) {

  /** Says nothing of the name: it is customer data. */
  @Override
  public String toString() {
    return "CustomRole[%s, %s]".formatted(id, base);
  }
}
