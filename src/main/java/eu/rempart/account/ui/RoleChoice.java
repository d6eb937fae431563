package eu.rempart.account.ui;

import eu.rempart.account.Member;
import eu.rempart.account.Role;
import eu.rempart.account.right.CustomRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role to choose: a built-in one, or one that the organisation made.
 *
 * @param custom null for a built-in one
 */
record RoleChoice(Role role, @Nullable UUID custom, String label) {

  static RoleChoice of(Role role) {
    return new RoleChoice(role, null, RoleText.of(role));
  }

  /** All that a member may have: the built-in ones, widest first, then the organisation's. */
  static List<RoleChoice> all(List<CustomRoles.Choice> custom) {
    List<RoleChoice> all = new ArrayList<>();
    for (Role role : List.of(Role.ADMINISTRATOR, Role.MANAGER, Role.MEMBER, Role.READER)) {
      all.add(of(role));
    }
    custom.forEach(
        choice ->
            all.add(
                new RoleChoice(
                    choice.base(),
                    choice.id(),
                    choice.name() + " (" + RoleText.of(choice.base()) + ")")));
    return all;
  }

  boolean isOf(Member member) {
    return role == member.role() && Objects.equals(custom, member.customRole());
  }
}
