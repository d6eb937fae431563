package eu.rempart.vault;

import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.KeyDestroyedException;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.lock.LockReason;
import eu.rempart.vault.lock.VaultLocked;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.lock.VaultSessionEnded;
import eu.rempart.vault.lock.VaultUnlocked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The open handles of this server. All share one copy of the organisation's key, which is zeroed
 * when the last of them is locked. Thread safe; events go out after the lock is let go.
 */
final class VaultSessions {

  private static final VaultSession.Opener NOBODY = VaultSession.Opener.password(new UUID(0, 0), 0);

  private final Map<VaultHandle, VaultSession> sessions = new ConcurrentHashMap<>();
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Duration linger;
  private @Nullable OrganisationKeys keys;
  private @Nullable Instant lockedSince;

  VaultSessions(Clock clock, ApplicationEventPublisher events, Duration linger) {
    this.clock = clock;
    this.events = events;
    this.linger = linger;
  }

  /** Takes {@code opened} over: it is kept, or zeroed if this server holds the key already. */
  VaultHandle open(VaultSession.Opener opener, OrganisationKeys opened) {
    List<Object> news = new ArrayList<>();
    VaultHandle handle;
    synchronized (this) {
      OrganisationKeys shared = keys;
      if (shared == null) {
        shared = opened;
        keys = opened;
        lockedSince = null;
        VaultHandle follower = add(VaultSession.Kind.FOLLOWER, NOBODY, opened, Instant.EPOCH);
        news.add(new VaultUnlocked(follower));
      } else {
        boolean same = shared.root().isSameAs(opened.root());
        opened.destroy();
        if (!same) {
          throw new CryptoException();
        }
      }
      handle = add(VaultSession.Kind.SIGNED_IN, opener, shared, clock.instant());
    }
    news.forEach(events::publishEvent);
    return handle;
  }

  VaultLease lease(VaultHandle handle) {
    synchronized (this) {
      VaultSession session = session(handle);
      VaultHandle job =
          add(VaultSession.Kind.JOB, session.opener(), session.keys(), session.proven());
      return new VaultLease(job, () -> close(job, LockReason.JOB_ENDED));
    }
  }

  private VaultHandle add(
      VaultSession.Kind kind, VaultSession.Opener opener, OrganisationKeys of, Instant proven) {
    VaultSession session = new VaultSession(kind, opener, of, clock.instant(), proven);
    sessions.put(session.handle(), session);
    return session.handle();
  }

  /**
   * @throws VaultLockedException if the handle has been locked
   */
  VaultSession session(VaultHandle handle) {
    VaultSession session = sessions.get(handle);
    if (session == null) {
      throw new VaultLockedException();
    }
    return session;
  }

  /** Empty for one that has been locked. */
  Optional<VaultSession> find(VaultHandle handle) {
    return Optional.ofNullable(sessions.get(handle));
  }

  Optional<UUID> memberOf(VaultHandle handle) {
    return find(handle).map(VaultSession::memberId);
  }

  boolean isOpen(VaultHandle handle) {
    return sessions.containsKey(handle);
  }

  void touch(VaultHandle handle) {
    session(handle).touch(clock.instant());
  }

  void close(VaultHandle handle, LockReason reason) {
    closeIf(session -> session.handle() == handle, reason);
  }

  /** Locks everybody at once, jobs included, and lets what was kept in clear be dropped now. */
  void closeAll(LockReason reason) {
    closeIf(session -> true, reason);
    boolean forget;
    synchronized (this) {
      forget = keys == null && lockedSince != null;
      lockedSince = keys == null ? null : lockedSince;
    }
    if (forget) {
      events.publishEvent(new VaultLocked());
    }
  }

  void closeIf(Predicate<VaultSession> condition, LockReason reason) {
    List<Object> news = new ArrayList<>();
    synchronized (this) {
      for (VaultSession session : List.copyOf(sessions.values())) {
        if (session.kind() != VaultSession.Kind.FOLLOWER && condition.test(session)) {
          session.close();
          sessions.remove(session.handle());
          news.add(new VaultSessionEnded(session.handle(), session.memberId(), reason));
        }
      }
      zeroIfNobodyIsLeft();
    }
    news.forEach(events::publishEvent);
  }

  private void zeroIfNobodyIsLeft() {
    OrganisationKeys held = keys;
    if (held == null
        || sessions.values().stream().anyMatch(s -> s.kind() != VaultSession.Kind.FOLLOWER)) {
      return;
    }
    sessions.values().forEach(VaultSession::close);
    sessions.clear();
    held.destroy();
    keys = null;
    lockedSince = clock.instant();
  }

  /** Locks handles that were not touched for {@code idle}; tells when the linger is over. */
  void sweep(Duration idle) {
    Instant now = clock.instant();
    closeIf(
        session ->
            session.kind() == VaultSession.Kind.SIGNED_IN
                && !session.touched().plus(idle).isAfter(now),
        LockReason.IDLE);
    boolean forget;
    synchronized (this) {
      Instant since = lockedSince;
      forget = since != null && !since.plus(linger).isAfter(now);
      if (forget) {
        lockedSince = null;
      }
    }
    if (forget) {
      events.publishEvent(new VaultLocked());
    }
  }

  /** The key, while anybody has it open; it may be zeroed at any moment. */
  synchronized Optional<OrganisationKeys> keys() {
    return Optional.ofNullable(keys);
  }

  synchronized boolean isUnlocked() {
    return keys != null;
  }

  int signedIn() {
    return count(VaultSession.Kind.SIGNED_IN);
  }

  int jobs() {
    return count(VaultSession.Kind.JOB);
  }

  private int count(VaultSession.Kind kind) {
    return (int) sessions.values().stream().filter(session -> session.kind() == kind).count();
  }

  /** Runs what needs the key, and says "locked" if it was zeroed under way. */
  static <R> R unlocked(Supplier<R> work) {
    try {
      return work.get();
    } catch (KeyDestroyedException e) {
      throw new VaultLockedException();
    }
  }
}
