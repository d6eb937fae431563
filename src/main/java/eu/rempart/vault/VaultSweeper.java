package eu.rempart.vault;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Locks idle handles while the server runs, and every handle when it stops. */
final class VaultSweeper implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(VaultSweeper.class);
  private static final int SECONDS = 10;

  private final VaultService vault;
  private final Vouching vouching;
  private final VaultSessions sessions;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("vault-sweeper").daemon().factory());
  private volatile boolean running;

  VaultSweeper(VaultService vault, Vouching vouching, VaultSessions sessions) {
    this.vault = vault;
    this.vouching = vouching;
    this.sessions = sessions;
  }

  @Override
  public void start() {
    running = true;
    var _ = timer.scheduleWithFixedDelay(this::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
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

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    sessions.closeAll(LockReason.SERVER_STOPPED);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
