package eu.rempart.vault;

import eu.rempart.vault.LedgerRepository.Row;
import eu.rempart.vault.LedgerRepository.Seal;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.Witness;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Seals the head of the ledger under the organisation's key, as far as it grew since the last time.
 * The hashes alone can be computed by whoever rewrites all of them; a row that was sealed can not
 * be changed or taken away any more without being seen.
 */
final class LedgerSeal {

  private final LedgerRepository repository;
  private final Witness witness;
  private final SecurityEvents events;
  private boolean looked;
  private boolean told;

  LedgerSeal(LedgerRepository repository, Witness witness, SecurityEvents events) {
    this.repository = repository;
    this.witness = witness;
    this.events = events;
  }

  /** Seals what is new, unless what was sealed is broken, which is recorded once. */
  synchronized void extend(OrganisationKeys keys) {
    Row last = repository.last().orElse(new Row(0, new byte[0]));
    long sealed = repository.seal().map(seal -> seal.row().seq()).orElse(0L);
    if (looked && !told && last.seq() == sealed && sealed == witness.ledger()) {
      return;
    }
    Optional<Long> broken = broken(keys);
    looked = true;
    if (broken.isPresent()) {
      tell(broken.get());
    } else {
      told = false;
      if (last.seq() > sealed) {
        repository.save(new Seal(last, keys.vouchForLedger(last.seq(), last.hash())));
      }
      witness.sawLedger(last.seq());
    }
  }

  /** The first row that is not what it was, or is missing; empty if the ledger is whole. */
  Optional<Long> broken(OrganisationKeys keys) {
    Optional<Long> unchained = repository.broken();
    return unchained.isPresent() ? unchained : unsealed(keys);
  }

  private Optional<Long> unsealed(OrganisationKeys keys) {
    Seal seal = repository.seal().orElse(null);
    if (seal == null) {
      return witness.ledger() == 0 ? Optional.empty() : Optional.of(1L);
    }
    Row sealed = seal.row();
    if (!MessageDigest.isEqual(seal.proof(), keys.vouchForLedger(sealed.seq(), sealed.hash()))) {
      return Optional.of(1L);
    }
    if (sealed.seq() < witness.ledger()) {
      return Optional.of(sealed.seq() + 1);
    }
    boolean there =
        repository
            .row(sealed.seq())
            .filter(row -> MessageDigest.isEqual(row.hash(), sealed.hash()))
            .isPresent();
    return there ? Optional.empty() : Optional.of(sealed.seq());
  }

  private void tell(long row) {
    if (!told) {
      told = true;
      events.record(
          SecurityEvent.of("vault.ledger.broken", Severity.ALARM).with("row", Long.toString(row)));
    }
  }
}
