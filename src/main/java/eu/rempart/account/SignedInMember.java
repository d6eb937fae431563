package eu.rempart.account;

import eu.rempart.vault.VaultHandle;
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
 */
public record SignedInMember(UUID memberId, Role role, UUID signIn, @Nullable VaultHandle vault)
    implements Principal, Serializable {

  @Override
  public String getName() {
    return memberId.toString();
  }

  @Override
  public String toString() {
    return "SignedInMember[%s, %s]".formatted(memberId, role);
  }
}
