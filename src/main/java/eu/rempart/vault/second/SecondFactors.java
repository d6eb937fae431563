package eu.rempart.vault.second;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.Witness;
import eu.rempart.vault.key.Witnessed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What members are asked for beside their password: codes of an app, one-time codes for the day on
 * which it is lost, or passkeys, whose rows are elsewhere. Seeds lie under a key from the pepper,
 * so that a dump alone has none. A database that takes rows away, or brings former ones back, lets
 * nobody in. Thread safe.
 */
public final class SecondFactors {

  /** How many wrong codes in a row are borne. */
  private static final int MOST_WRONG = 100;

  private static final String TABLE = "second_factor";
  private static final String TAMPERED = "vault.second.tampered";
  private static final String FORMER = "vault.second.former";

  private final SecondFactorRepository repository;
  private final Pepper pepper;
  private final Witness witness;
  private final SecurityEvents events;
  private final Clock clock;
  private final OneTimeCodes codes;

  /** How many codes were wrong in a row. */
  private final Map<UUID, Integer> wrong = new ConcurrentHashMap<>();

  /** Beside what the database says: a step that was used on this server is used. */
  private final Map<UUID, Long> used = new ConcurrentHashMap<>();

  public SecondFactors(
      SecondFactorRepository repository,
      Pepper pepper,
      Witness witness,
      SecurityEvents events,
      Clock clock) {
    this.repository = repository;
    this.pepper = pepper;
    this.witness = witness;
    this.events = events;
    this.clock = clock;
    this.codes = new OneTimeCodes(repository, pepper, witness);
  }

  /** What a member is asked for. */
  public sealed interface Found {

    /** Nothing beside the password. */
    record Nothing() implements Found {}

    /**
     * @param app whether codes of an app are taken; passkeys are where it is false
     * @param changed when any of it was changed last
     * @param codes how many one-time codes are left
     */
    record Asked(boolean app, Instant changed, int codes) implements Found {}

    /**
     * The row is not what was written: nobody is let in.
     *
     * @param code what the security event has too
     */
    record Damaged(String code) implements Found {}
  }

  public Found of(UUID memberId) {
    SecondFactorRow row;
    try {
      row = sound(memberId);
    } catch (DamagedFactorException e) {
      return new Found.Damaged(e.code());
    }
    if (row == null || !row.asked()) {
      return new Found.Nothing();
    }
    return new Found.Asked(row.sealedSeed() != null, row.changedAt(), codes.left(row).size());
  }

  private Optional<String> fault(UUID memberId, @Nullable SecondFactorRow row) {
    int newest = witness.newest(Witnessed.FACTOR, memberId);
    if (row == null) {
      return newest == 0 ? Optional.empty() : Optional.of(TAMPERED);
    }
    if (!isOurs(memberId, row)) {
      return Optional.of(TAMPERED);
    }
    if (row.version() < newest) {
      return Optional.of(FORMER);
    }
    if (row.version() > newest) {
      int version = row.version(); // another server wrote it, or this transaction
      AfterCommit.runWhenCertain(() -> witness.saw(Witnessed.FACTOR, memberId, version));
    }
    return Optional.empty();
  }

  private boolean isOurs(UUID memberId, SecondFactorRow row) {
    return row.memberId().equals(memberId)
        && MessageDigest.isEqual(pepper.rowMac(TABLE, row.bound()), row.mac());
  }

  /** What an app makes its codes of; the caller destroys it. */
  public static Secret freshSeed() {
    return Secret.owning(Randomness.bytes(Totp.SEED_BYTES));
  }

  /** Whether a code is one that an app makes of this seed now; uses nothing up. */
  public boolean fits(Secret seed, String typed) {
    return Totp.match(seed, typed, clock.instant()).isPresent();
  }

  /** From now on codes of an app with this seed are asked for, instead of a former one's. */
  public void setApp(UUID memberId, Secret seed) {
    SecondFactorRow former = sound(memberId);
    int version = next(memberId, former);
    int known = former == null ? 0 : former.codesVersion();
    save(memberId, version, true, sealed(memberId, version, seed), known);
  }

  /**
   * @param stillAsked whether the member has passkeys to be asked for
   */
  public void removeApp(UUID memberId, boolean stillAsked) {
    change(memberId, stillAsked, false);
  }

  /** From now on a passkey is asked for, or what else there is. */
  public void askForPasskeys(UUID memberId) {
    change(memberId, true, true);
  }

  /** The last passkey that was asked for was taken away. */
  public void noPasskeys(UUID memberId) {
    SecondFactorRow row = sound(memberId);
    change(memberId, row != null && row.sealedSeed() != null, true);
  }

  private void change(UUID memberId, boolean asked, boolean keepApp) {
    SecondFactorRow former = sound(memberId);
    int version = next(memberId, former);
    byte[] sealed = keepApp ? sealedAgain(former, version) : null;
    // never lower: codes of then would be good again
    save(memberId, version, asked, sealed, former == null ? 0 : former.codesVersion());
    if (!asked) {
      repository.saveCodes(memberId, List.of());
    }
  }

  /** A seed is sealed for the version of its row: it is sealed again with each change. */
  private byte @Nullable [] sealedAgain(@Nullable SecondFactorRow former, int version) {
    if (former == null || former.sealedSeed() == null) {
      return null;
    }
    Secret seed = open(former);
    try {
      return sealed(former.memberId(), version, seed);
    } finally {
      seed.destroy();
    }
  }

  private byte[] sealed(UUID memberId, int version, Secret seed) {
    Secret key = pepper.seedKey();
    try {
      return seed.read(bytes -> Aead.seal(key, bytes, bound(memberId, version)));
    } finally {
      key.destroy();
    }
  }

  /** Nothing is asked for any more, whatever the row was: everything is made anew. */
  public void forget(UUID memberId) {
    SecondFactorRow former = repository.find(memberId).orElse(null);
    if (former == null && witness.newest(Witnessed.FACTOR, memberId) == 0) {
      return;
    }
    int known = former == null || !isOurs(memberId, former) ? 0 : former.codesVersion();
    int above = Math.max(known, witness.newestCodes(memberId));
    save(memberId, next(memberId, former), false, null, above);
    repository.saveCodes(memberId, List.of());
  }

  /** Ten one-time codes in the place of the former ones: shown once, kept by their owner. */
  public List<String> freshCodes(UUID memberId) {
    SecondFactorRow former = sound(memberId);
    if (former == null || !former.asked()) {
      throw new IllegalStateException("nothing is asked for beside the password");
    }
    OneTimeCodes.Fresh fresh = codes.make(former);
    int version = next(memberId, former);
    save(memberId, version, true, sealedAgain(former, version), fresh.version());
    return fresh.texts();
  }

  /**
   * Whether this is a code of the member's app, or a one-time code; it is good once. After {@value
   * #MOST_WRONG} wrong ones in a row on this server, codes of the app are taken no more until
   * something else was right (NIST SP 800-63B-4, 3.2.2).
   */
  public boolean accepts(UUID memberId, String typed) {
    SecondFactorRow row = sound(memberId);
    if (row == null || !row.asked()) {
      return false;
    }
    boolean right =
        (wrong.getOrDefault(memberId, 0) < MOST_WRONG && isOfApp(row, typed))
            || codes.accepts(row, typed);
    if (right) {
      wrong.remove(memberId);
    } else if (wrong.merge(memberId, 1, Integer::sum) == MOST_WRONG) {
      tell(memberId, "vault.second.guessed");
    }
    return right;
  }

  /** Something else than a code was right. */
  public void proved(UUID memberId) {
    wrong.remove(memberId);
  }

  private boolean isOfApp(SecondFactorRow row, String typed) {
    if (row.sealedSeed() == null) {
      return false;
    }
    Secret seed = open(row);
    try {
      OptionalLong step = Totp.match(seed, typed, clock.instant());
      return step.isPresent() && use(row.memberId(), step.getAsLong());
    } finally {
      seed.destroy();
    }
  }

  private boolean use(UUID memberId, long step) {
    boolean[] fresh = new boolean[1];
    used.compute(
        memberId,
        (_, last) -> {
          fresh[0] = last == null || last < step;
          return fresh[0] ? Long.valueOf(step) : last;
        });
    return fresh[0] && repository.use(memberId, step);
  }

  private Secret open(SecondFactorRow row) {
    byte[] sealed = Objects.requireNonNull(row.sealedSeed());
    Secret key = pepper.seedKey();
    try {
      return Secret.owning(Aead.open(key, sealed, bound(row.memberId(), row.version())));
    } finally {
      key.destroy();
    }
  }

  private static byte[] bound(UUID memberId, int version) {
    return Binding.of("second factor seed").and(memberId).and(version).bytes();
  }

  private @Nullable SecondFactorRow sound(UUID memberId) {
    SecondFactorRow row = repository.find(memberId).orElse(null);
    Optional<String> fault = fault(memberId, row);
    if (fault.isPresent()) {
      // the witness may have learned of a change between the two looks
      row = repository.find(memberId).orElse(null);
      fault = fault(memberId, row);
    }
    if (fault.isPresent()) {
      throw new DamagedFactorException(tell(memberId, fault.get()));
    }
    return row;
  }

  private int next(UUID memberId, @Nullable SecondFactorRow former) {
    int known = former == null || !isOurs(memberId, former) ? 0 : former.version();
    return Math.max(known, witness.newest(Witnessed.FACTOR, memberId)) + 1;
  }

  private void save(
      UUID memberId, int version, boolean asked, byte @Nullable [] sealed, int codesVersion) {
    byte[] mac =
        pepper.rowMac(TABLE, SecondFactorRow.bound(memberId, version, asked, sealed, codesVersion));
    repository.save(
        new SecondFactorRow(memberId, version, asked, sealed, codesVersion, mac, clock.instant()));
    AfterCommit.runWhenCertain(() -> witness.saw(Witnessed.FACTOR, memberId, version));
  }

  private String tell(UUID memberId, String kind) {
    String code = "K-" + Damage.shortCode((kind + memberId).getBytes(StandardCharsets.UTF_8));
    events.record(SecurityEvent.of(kind, Severity.ALARM).member(memberId).code(code));
    return code;
  }
}
