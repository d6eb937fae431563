package eu.rempart.account;

import eu.rempart.vault.handle.VaultHandle;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members who are not here, to act in their name: their calendar asks, say. They may then what they
 * may when they sign in, and no more.
 */
@Component
public class AbsentMembers {

  private static final UUID NO_SIGN_IN = new UUID(0, 0);

  private final MemberRepository members;
  private final GivenRoles roles;

  AbsentMembers(MemberRepository members, GivenRoles roles) {
    this.members = members;
    this.roles = roles;
  }

  /**
   * A member to act for; empty for one who may not sign in, who is given no key, or whose role is
   * not the one that an administrator gave.
   *
   * @param key by which records are opened for them
   */
  @Transactional(readOnly = true)
  public Optional<SignedInMember> find(UUID id, VaultHandle key) {
    return members
        .findRow(id)
        .filter(member -> member.state() == MemberState.ACTIVE && roles.fits(member, key))
        .map(member -> new SignedInMember(id, member.role(), NO_SIGN_IN, key, member.customRole()));
  }
}
