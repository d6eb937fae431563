package eu.rempart.vault;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Locks idle handles while the server runs, and every handle when it stops; forgets invitations
 * that expired, at start and each minute.
 */
final class VaultSweeper implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(VaultSweeper.class);
  private static final int SECONDS = 10;
  private static final int MINUTE = 60;

  private final VaultService vault;
  private final VaultJoining joining;
  private final Vouching vouching;
  private @Nullable ScheduledExecutorService timer;

  VaultSweeper(VaultService vault, VaultJoining joining, Vouching vouching) {
    this.vault = vault;
    this.joining = joining;
    this.vouching = vouching;
  }

  @Override
  public synchronized void start() {
    forget();
    // a new one each time: Spring may start again what it stopped
    ScheduledExecutorService fresh =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("vault-sweeper").daemon().factory());
    timer = fresh;
    var _ = fresh.scheduleWithFixedDelay(this::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
    var _ = fresh.scheduleWithFixedDelay(this::forget, MINUTE, MINUTE, TimeUnit.SECONDS);
  }

  private void sweep() {
    try {
      vault.sweep();
    } catch (RuntimeException e) {
      LOG.warn("idle handles could not be looked through", e);
    }
    try {
      vouching.sweep();
    } catch (RuntimeException e) {
      LOG.warn("the ledger could not be sealed", e);
    }
  }

  private void forget() {
    try {
      joining.forgetExpired();
    } catch (RuntimeException e) {
      LOG.warn("expired invitations could not be cleared", e);
    }
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
    vault.close();
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }
}
