package eu.rempart.account.acting;

import eu.rempart.account.CurrentMember;
import eu.rempart.vault.handle.VaultContext;
import eu.rempart.vault.handle.VaultHandle;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the vault whose key is used on this thread. */
@Component
class SignedInVault implements VaultContext {

  private final CurrentMember member;

  SignedInVault(CurrentMember member) {
    this.member = member;
  }

  @Override
  public Optional<VaultHandle> current() {
    return member.find().flatMap(signedIn -> Optional.ofNullable(signedIn.vault()));
  }
}
