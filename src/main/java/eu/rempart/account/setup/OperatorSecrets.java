package eu.rempart.account.setup;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which secrets of an unattended set-up are still what the operator gave or read. Until they are
 * changed, the operator opens everything; nobody is kept from signing in by it.
 */
@Component
public class OperatorSecrets {

  private final OperatorSecretsRepository repository;

  OperatorSecrets(OperatorSecretsRepository repository) {
    this.repository = repository;
  }

  /** An unattended set-up made this administrator. */
  void remember(UUID administrator) {
    repository.remember(administrator);
  }

  Set<OperatorSecret> known() {
    return repository.known();
  }

  /** This member has another password by now; without effect on what others have. */
  public void forgetPassword(UUID member) {
    repository.forgetPassword(member);
  }

  /** There is another kit by now. */
  void forgetKit() {
    repository.forgetKit();
  }
}
