package eu.rempart.account.session;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.lock.LockReason;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.lock.VaultSessionEnded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The sign-ins that are alive in this process. Ending one takes its key out of memory at once; the
 * screens that belong to it hear of it and leave. Thread safe.
 */
public class Sessions {

  /** However busy a session is, its member types the password again after this. */
  static final Duration LONGEST = Duration.ofHours(12);

  static final Comparator<LiveSession> USED_LAST_FIRST =
      Comparator.comparing(LiveSession::lastUsed).reversed();

  private static final Duration LONGEST_NOTICE = Duration.ofMinutes(1);
  private static final int REMEMBERED_ENDS = 5_000;

  private final VaultService vault;
  private final InstantSource clock;
  private final SessionObserver observer;
  private volatile Duration idleLimit = Duration.ofMinutes(15);
  private final Map<UUID, Live> live = new ConcurrentHashMap<>();
  private final Map<UUID, SessionEnd> ended =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, SessionEnd> eldest) {
              return size() > REMEMBERED_ENDS;
            }
          });

  Sessions(VaultService vault, InstantSource clock, SessionObserver observer) {
    this.vault = vault;
    this.clock = clock;
    this.observer = observer;
  }

  private static final class Live {
    private final SignedInMember member;
    private final String device;
    private final String place;
    private final Instant since;
    private volatile Instant lastUsed;
    private volatile Instant proven;
    private volatile boolean warned;
    private final List<IdleListener> idleListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<SessionEnd>> listeners = new CopyOnWriteArrayList<>();

    private Live(SignedInMember member, String device, String place, Instant now) {
      this.member = member;
      this.device = device;
      this.place = place;
      this.since = now;
      this.lastUsed = now;
      this.proven = now;
    }

    private LiveSession view() {
      return new LiveSession(member.signIn(), member.memberId(), device, place, since, lastUsed);
    }
  }

  /**
   * Lets a member in.
   *
   * @param device browser and system in words
   * @param place two letters of the country
   */
  public void begin(SignedInMember member, String device, String place) {
    var session = new Live(member, device, place, clock.instant());
    observer.begun(session.view());
    live.put(member.signIn(), session);
  }

  /**
   * Whether this sign-in is still good: neither ended nor locked nor idle for too long.
   *
   * @param interaction whether the member does something right now, which keeps it awake
   */
  public boolean alive(SignedInMember member, boolean interaction) {
    var session = live.get(member.signIn());
    if (session == null) {
      return false;
    }
    var now = clock.instant();
    var due = due(session, now);
    if (due != null) {
      end(member.signIn(), due);
      return false;
    }
    if (interaction) {
      session.lastUsed = now;
      if (session.warned) {
        session.warned = false;
        session.idleListeners.forEach(IdleListener::awake);
      }
      if (member.vault() != null) {
        touch(member.vault());
      }
    }
    return true;
  }

  /** When somebody last proved in this sign-in who they are; empty if it has ended. */
  Optional<Instant> proven(UUID signIn) {
    return Optional.ofNullable(live.get(signIn)).map(session -> session.proven);
  }

  /** The member proved just now who they are; without effect if the sign-in has ended. */
  public void prove(UUID signIn) {
    var session = live.get(signIn);
    if (session != null) {
      session.proven = clock.instant();
    }
  }

  /**
   * Keeps a sign-in awake for a screen that nobody touches, such as one on a wall: only one that
   * holds no key, so that whoever passes by opens nothing with it.
   *
   * @return whether it stays awake; false where it has to be locked when nobody does anything
   */
  public boolean keepAwake(SignedInMember member) {
    return member.vault() == null && alive(member, true);
  }

  /** Why a sign-in ended; {@link SessionEnd#EXPIRED} where nobody remembers. */
  public SessionEnd whyEnded(UUID signIn) {
    return ended.getOrDefault(signIn, SessionEnd.EXPIRED);
  }

  /** Calls back, once, when the sign-in ends; at once if it has. The answer unsubscribes. */
  public Runnable onEnd(UUID signIn, Consumer<SessionEnd> listener) {
    var session = live.get(signIn);
    if (session == null) {
      listener.accept(whyEnded(signIn));
      return () -> {};
    }
    session.listeners.add(listener);
    return () -> session.listeners.remove(listener);
  }

  /** Tells when the sign-in is about to be locked for idleness. The answer unsubscribes. */
  public Runnable onIdle(UUID signIn, IdleListener listener) {
    var session = live.get(signIn);
    if (session == null) {
      return () -> {};
    }
    session.idleListeners.add(listener);
    return () -> session.idleListeners.remove(listener);
  }

  /** Ends one sign-in; without effect if it has ended. */
  public void end(UUID signIn, SessionEnd why) {
    var session = live.remove(signIn);
    if (session == null) {
      return;
    }
    ended.put(signIn, why);
    @Nullable VaultHandle handle = session.member.vault();
    if (handle != null) {
      vault.lock(handle);
    }
    session.listeners.forEach(listener -> listener.accept(why));
    observer.ended(signIn, why);
  }

  /** Ends one sign-in of a member; without effect if it is not theirs. */
  void endOf(UUID memberId, UUID signIn, SessionEnd why) {
    endWhere(member -> member.memberId().equals(memberId) && member.signIn().equals(signIn), why);
  }

  /** Ends every sign-in of a member, except one. */
  void endAllOf(UUID memberId, SessionEnd why, @Nullable UUID except) {
    endWhere(member -> member.memberId().equals(memberId) && !member.signIn().equals(except), why);
  }

  /** Ends every sign-in. */
  void endAll(SessionEnd why) {
    endWhere(_ -> true, why);
  }

  /** All live sign-ins, the one used last first. */
  List<LiveSession> all() {
    return live.values().stream().map(Live::view).sorted(USED_LAST_FIRST).toList();
  }

  /** Who is signed in here with this role and holds the key. */
  public List<SignedInMember> withKey(Role role) {
    return live.values().stream()
        .map(session -> session.member)
        .filter(member -> member.role() == role && member.vault() != null)
        .toList();
  }

  /** Ends what has been idle or alive for too long. */
  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void sweep() {
    var now = clock.instant();
    for (var session : live.values()) {
      var due = due(session, now);
      if (due != null) {
        end(session.member.signIn(), due);
      } else if (!session.warned
          && !session.lastUsed.plus(idleLimit).minus(notice()).isAfter(now)) {
        session.warned = true;
        session.idleListeners.forEach(IdleListener::soonLocked);
      }
    }
  }

  /** How long before the lock its member is warned. */
  private Duration notice() {
    var third = idleLimit.dividedBy(3);
    return third.compareTo(LONGEST_NOTICE) < 0 ? third : LONGEST_NOTICE;
  }

  /** How long somebody may do nothing. */
  public Duration idleLimit() {
    return idleLimit;
  }

  public void idleLimit(Duration limit) {
    idleLimit = limit;
  }

  /** The vault locked a handle by itself: the sign-in that held it ends too. */
  @EventListener
  void vaultEnded(VaultSessionEnded event) {
    live.values().stream()
        .map(session -> session.member)
        .filter(member -> member.vault() == event.handle())
        .findFirst()
        .ifPresent(member -> end(member.signIn(), why(event.reason())));
  }

  private static SessionEnd why(LockReason reason) {
    return switch (reason) {
      case IDLE -> SessionEnd.IDLE;
      case LOCKED_BY_ADMINISTRATOR -> SessionEnd.LOCKED;
      case PASSWORD_CHANGED -> SessionEnd.PASSWORD_CHANGED;
      case SUSPENDED -> SessionEnd.ACCOUNT_CHANGED;
      case SIGNED_OUT -> SessionEnd.SIGNED_OUT;
      case JOB_ENDED, SERVER_STOPPED -> SessionEnd.EXPIRED;
    };
  }

  private @Nullable SessionEnd due(Live session, Instant now) {
    if (!session.lastUsed.plus(idleLimit).isAfter(now)) {
      return SessionEnd.IDLE;
    }
    return session.since.plus(LONGEST).isAfter(now) ? null : SessionEnd.EXPIRED;
  }

  private void touch(VaultHandle handle) {
    try {
      vault.touch(handle);
    } catch (VaultLockedException _) {
      // locked in this very moment: the event that says so is on its way
    }
  }

  private void endWhere(Predicate<SignedInMember> which, SessionEnd why) {
    live.values().stream()
        .map(session -> session.member)
        .filter(which)
        .forEach(member -> end(member.signIn(), why));
  }
}
