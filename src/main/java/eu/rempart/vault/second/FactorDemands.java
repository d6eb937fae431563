package eu.rempart.vault.second;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.Witness;
import eu.rempart.vault.key.Witnessed;
import eu.rempart.vault.second.SecondFactorRepository.DemandRow;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which roles are asked for a second factor. Where the row is not what Rempart wrote, or a former
 * one, all of them are. Thread safe.
 */
public final class FactorDemands {

  /** Under what the witness remembers the newest version: there is one row. */
  private static final UUID ONE = new UUID(0, 1);

  private static final String TABLE = "second_factor_demand";

  private final SecondFactorRepository repository;
  private final Pepper pepper;
  private final Witness witness;
  private final SecurityEvents events;

  public FactorDemands(
      SecondFactorRepository repository, Pepper pepper, Witness witness, SecurityEvents events) {
    this.repository = repository;
    this.pepper = pepper;
    this.witness = witness;
    this.events = events;
  }

  /**
   * @param role a name of a role
   */
  public boolean of(String role) {
    DemandRow row = repository.demand().orElse(null);
    if (!isSound(row)) {
      events.record(SecurityEvent.of("vault.second.demand.tampered", Severity.ALARM));
      return true;
    }
    return row != null && names(row).contains(role);
  }

  /** The names of the roles that are asked; empty where all are, since nobody knows which. */
  public Optional<Set<String>> roles() {
    DemandRow row = repository.demand().orElse(null);
    if (!isSound(row)) {
      return Optional.empty();
    }
    return Optional.of(row == null ? Set.of() : names(row));
  }

  private static Set<String> names(DemandRow row) {
    return Arrays.stream(row.roles().split(",", -1))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isSound(@Nullable DemandRow row) {
    int newest = witness.newest(Witnessed.DEMAND, ONE);
    if (row == null) {
      return newest == 0;
    }
    if (!MessageDigest.isEqual(mac(row.roles(), row.version()), row.mac())
        || row.version() < newest) {
      return false;
    }
    if (row.version() > newest) {
      int version = row.version(); // another server wrote it, or this transaction
      AfterCommit.runWhenCertain(() -> witness.saw(Witnessed.DEMAND, ONE, version));
    }
    return true;
  }

  public void set(Set<String> roles) {
    String names = String.join(",", new TreeSet<>(roles));
    int known = repository.demand().map(DemandRow::version).orElse(0);
    int version = Math.max(known, witness.newest(Witnessed.DEMAND, ONE)) + 1;
    repository.saveDemand(new DemandRow(names, version, mac(names, version)));
    AfterCommit.runWhenCertain(() -> witness.saw(Witnessed.DEMAND, ONE, version));
  }

  private byte[] mac(String roles, int version) {
    return pepper.rowMac(TABLE, Binding.of("demand").and(roles).and(version).bytes());
  }
}
