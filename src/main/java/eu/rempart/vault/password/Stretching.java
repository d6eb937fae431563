package eu.rempart.vault.password;

import eu.rempart.vault.answer.VaultBusyException;
import eu.rempart.vault.crypto.Argon2;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns passwords into keys, a few at a time: each try takes 64 MiB and a good part of a second of
 * a processor, which must not become a way to exhaust the server. Where several go at once, one
 * place is kept for those who are known: a crowd of strangers keeps nobody else from signing in.
 */
public final class Stretching {

  /** Of the salt that each password has of its own. */
  public static final int SALT_BYTES = 16;

  private static final byte[] DUMMY_SALT = Randomness.bytes(SALT_BYTES);

  private static final ScopedValue<Boolean> STRANGER = ScopedValue.newInstance();

  private final Semaphore permits;
  private final Semaphore ofStrangers;
  private final Duration patience;
  private final Effort effort;

  /**
   * Turns so many at once.
   *
   * @param patience how long one more waits for its turn
   */
  public Stretching(int concurrent, Duration patience) {
    this(concurrent, patience, Argon2::stretch);
  }

  /** With another effort than Argon2's: for tests of what is not about passwords. */
  Stretching(int concurrent, Duration patience, Effort effort) {
    this.permits = new Semaphore(concurrent, true);
    this.ofStrangers = new Semaphore(Math.max(1, concurrent - 1), true);
    this.patience = patience;
    this.effort = effort;
  }

  /**
   * Does work that a stranger asks for: somebody who neither is signed in nor comes from a device
   * that has signed in before. The passwords that it turns take no place that is kept for others.
   */
  public static <T> T asStranger(Supplier<T> work) {
    return ScopedValue.where(STRANGER, true).call(work::get);
  }

  /** What a guess costs. No setting chooses it, so that none can choose it wrongly. */
  interface Effort {
    Secret stretch(char[] password, byte[] salt, Argon2.Cost cost);
  }

  /** What comes of a password: one key proves it, the other opens the private key. */
  public record PasswordKeys(Secret auth, Secret kek) implements AutoCloseable {
    @Override
    public void close() {
      auth.destroy();
      kek.destroy();
    }

    @Override
    public String toString() {
      return "PasswordKeys";
    }
  }

  /**
   * @throws VaultBusyException if no turn came in time
   */
  public PasswordKeys stretch(char[] password, byte[] salt, Argon2.Cost cost) {
    Secret stretched = inTurn(password, salt, cost);
    try {
      return new PasswordKeys(
          Hkdf.derive(stretched, Binding.of("auth").bytes()),
          Hkdf.derive(stretched, Binding.of("kek").bytes()));
    } finally {
      stretched.destroy();
    }
  }

  /** Takes as long as a real try, for members who do not exist. */
  public void pretend(char[] password) {
    stretch(password, DUMMY_SALT, Argon2.Cost.FLOOR).close();
  }

  private Secret inTurn(char[] password, byte[] salt, Argon2.Cost cost) {
    long late = System.nanoTime() + patience.toNanos();
    if (!STRANGER.orElse(false)) {
      return withPermit(permits, late, () -> effort.stretch(password, salt, cost));
    }
    return withPermit(
        ofStrangers,
        late,
        () -> withPermit(permits, late, () -> effort.stretch(password, salt, cost)));
  }

  private static Secret withPermit(Semaphore permits, long late, Supplier<Secret> work) {
    try {
      if (!permits.tryAcquire(late - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new VaultBusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VaultBusyException();
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }
}
