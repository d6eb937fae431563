package eu.rempart.quote.letterhead;

import eu.rempart.account.password.FirmName;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the letterhead calls the firm; for everybody, since every letter of the firm says it. */
@Component
class LetterheadFirmName implements FirmName {

  private final LetterheadRepository repository;

  LetterheadFirmName(LetterheadRepository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<String> find() {
    try {
      return Optional.ofNullable(repository.find().letterhead().name());
    } catch (VaultLockedException _) {
      return Optional.empty();
    }
  }
}
