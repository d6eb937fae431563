package eu.rempart.account;

import eu.rempart.account.right.RoleTamperedException;
import eu.rempart.vault.Vouching;
import eu.rempart.vault.handle.VaultHandle;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives roles, and tells a role that an administrator gave from one that somebody wrote into the
 * database: the organisation's key proves it.
 */
@Component
class GivenRoles {

  private final MemberRepository members;
  private final Vouching vouching;
  private final CurrentMember current;

  GivenRoles(MemberRepository members, Vouching vouching, CurrentMember current) {
    this.members = members;
    this.vouching = vouching;
    this.current = current;
  }

  /**
   * Gives a role, proven with the key of whoever acts on this thread.
   *
   * @param former the version of the role before, 0 for none
   */
  void give(UUID memberId, Role role, int former) {
    give(memberId, role, null, former);
  }

  /** As {@link #give(UUID, Role, int)}, with a role of the organisation's own that narrows it. */
  void give(UUID memberId, Role role, @Nullable UUID customRole, int former) {
    members.setRole(
        memberId, role, customRole, vouching.proveRole(memberId, proven(role, customRole), former));
  }

  /** What is proven: the role, and what takes away from it. */
  private static String proven(Role role, @Nullable UUID customRole) {
    return customRole == null ? role.name() : role.name() + ":" + customRole;
  }

  private boolean isProven(VaultHandle handle, MemberRow member) {
    return vouching.isRoleProven(
        handle, member.id(), proven(member.role(), member.customRole()), member.roleProof());
  }

  /**
   * Whether somebody whose password opened this is what their row says: an engineer opens nothing,
   * everybody else proves the role with the key that the password opened.
   */
  boolean fits(MemberRow member, @Nullable VaultHandle opened) {
    return opened == null
        ? !member.role().holdsKey()
        : member.role().holdsKey() && isProven(opened, member);
  }

  /** The role that was given, whatever the row says; empty if nothing tells. */
  Optional<Role> given(MemberRow member) {
    var handle = current.get().vault();
    return handle == null
        ? Optional.empty()
        : Arrays.stream(Role.values())
            .filter(
                role ->
                    isGiven(handle, member, role, null)
                        || isGiven(handle, member, role, member.customRole()))
            .findFirst();
  }

  private boolean isGiven(
      VaultHandle handle, MemberRow member, Role role, @Nullable UUID customRole) {
    return vouching.isRoleProven(handle, member.id(), proven(role, customRole), member.roleProof());
  }

  /** Whether the row says what was given. */
  boolean isAsGiven(MemberRow member) {
    var handle = current.get().vault();
    return handle != null && isProven(handle, member);
  }

  /** The code to show beside a role that nobody gave; empty for one that was given. */
  Optional<String> fault(Member member) {
    var handle = current.get().vault();
    return handle != null
            && vouching.isRoleProven(
                handle, member.id(), proven(member.role(), member.customRole()), member.roleProof())
        ? Optional.empty()
        : Optional.of(vouching.roleShownTampered(member.id()));
  }

  /**
   * Goes on only with a role that was given.
   *
   * @throws RoleTamperedException if it was not, which is recorded
   */
  void require(MemberRow member) {
    if (!isAsGiven(member)) {
      throw new RoleTamperedException(refuse(member.id()));
    }
  }

  /** Records a role that nobody gave; answers the code to show. */
  String refuse(UUID memberId) {
    return vouching.roleTampered(memberId);
  }
}
