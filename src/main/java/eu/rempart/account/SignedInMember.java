package eu.rempart.account;

import eu.rempart.vault.handle.VaultHandle;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. This is all that an HTTP session knows: of the key it has nothing but a handle
 * into a map of this process.
 *
 * @param memberId the member
 * @param role as it was at sign-in; a change of role ends the session
 * @param signIn tells this sign-in from others of the same member
 * @param vault null for an engineer, who has no key
 * @param customRole the organisation's own role that takes away from {@code role}; null for none
 */
public record SignedInMember(
    UUID memberId, Role role, UUID signIn, @Nullable VaultHandle vault, @Nullable UUID customRole)
    implements Principal, Serializable {

  /** A member with the whole of a built-in role. */
  public SignedInMember(UUID memberId, Role role, UUID signIn, @Nullable VaultHandle vault) {
    this(memberId, role, signIn, vault, null);
  }

  @Override
  public String getName() {
    return memberId.toString();
  }

  @Override
  public String toString() {
    return "SignedInMember[%s, %s]".formatted(memberId, role);
  }
}
