package eu.rempart.edge.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Abuse that shows in failed sign-ins. Stuffing: one source, or several of one network together,
 * try many accounts. Spraying: many sources try a few times each, and together many accounts. In
 * the memory of a window, of a bounded size. Thread safe.
 */
final class SignInDetectors {

  static final String STUFFING = "credential-stuffing";
  static final String SPRAYING = "password-spraying";

  private static final int SPRAYING_SOURCES = 12;
  private static final int REMEMBERED = 20_000;
  private static final int ACCOUNTS_OF_SOURCE = 64;
  private static final int FAILURES_OF_SOURCE = 100;

  /** What a source tried lately; guarded by the detectors. */
  private static final class Tries {
    /** Each account with the moment of the last try, in nanoseconds. */
    private final Map<String, Long> accounts = new HashMap<>();

    /** The moments of the last failures, as many as are told. */
    private final Deque<Long> failures = new ArrayDeque<>();

    private boolean right;

    private void add(String account, long now) {
      if (accounts.size() < ACCOUNTS_OF_SOURCE || accounts.containsKey(account)) {
        accounts.put(account, now);
      }
      if (failures.size() == FAILURES_OF_SOURCE) {
        failures.removeFirst();
      }
      failures.addLast(now);
    }

    /** An office mistypes all day long, which adds up to nothing. */
    private void forget(long now, long within) {
      accounts.values().removeIf(at -> now - at > within);
      while (!failures.isEmpty() && now - failures.getFirst() > within) {
        failures.removeFirst();
      }
    }
  }

  /** How often an account was tried, and from where; guarded by the detectors. */
  private static final class Tried {
    private final Set<Prefix> from = new HashSet<>();
    private final long since;
    private @Nullable UUID memberId;
    private int failures;
    private boolean told;

    private Tried(long since) {
      this.since = since;
    }
  }

  private final Cache<Prefix, Tries> sources;
  private final Cache<String, Tried> accounts;
  private final Supplier<EdgeSettings> settings;
  private final Ticker ticker;
  private Duration window = EdgeSettings.USUAL.minutes(Limit.WINDOW_SIGN_IN);

  /**
   * Detectors that have seen nothing.
   *
   * @param settings has the thresholds that hold now
   */
  SignInDetectors(Ticker ticker, Supplier<EdgeSettings> settings) {
    this.settings = settings;
    this.ticker = ticker;
    this.sources =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(window)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
    this.accounts =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(window)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** As long as administrators say now; what is known already is kept for as long, too. */
  private Duration window() {
    Duration now = settings.get().minutes(Limit.WINDOW_SIGN_IN);
    if (!now.equals(window)) {
      window = now;
      sources.policy().expireAfterWrite().orElseThrow().setExpiresAfter(now);
      accounts.policy().expireAfterWrite().orElseThrow().setExpiresAfter(now);
    }
    return now;
  }

  /** Somebody proved who they are there: members' typing errors are no abuse. */
  synchronized void succeeded(Prefix source) {
    tries(source).right = true;
  }

  /**
   * A sign-in failed.
   *
   * @param account a digest of the address that was typed
   * @return that the source tries many accounts, if it does
   */
  synchronized Optional<Suspicion> failed(Prefix source, String account) {
    Duration within = window();
    long now = ticker.read();
    Tries tries = tries(source);
    tries.forget(now, within.toNanos());
    tries.add(account, now);
    return tries.accounts.size() < settings.get().of(Limit.DETECT_STUFFING)
        ? Optional.empty()
        : Optional.of(
            new Suspicion(source, STUFFING, stuffed(tries.failures.size(), tries.accounts.size())));
  }

  /**
   * That one account is tried again and again.
   *
   * @param failures within the window
   * @param sources from how many sources, at most {@value #ACCOUNTS_OF_SOURCE} of which are told
   *     apart
   * @param memberId whose it is, as far as that is known
   */
  record AccountTried(int failures, int sources, @Nullable UUID memberId) {}

  /**
   * Whether an account was tried often enough within a window to tell of it: once in each window,
   * so for as long as it goes on.
   */
  synchronized Optional<AccountTried> tried(
      Prefix source, String account, @Nullable UUID memberId) {
    long now = ticker.read();
    long within = window().toNanos();
    Tried tried =
        accounts
            .asMap()
            .compute(
                account,
                (_, before) ->
                    before == null || now - before.since > within ? new Tried(now) : before);
    tried.failures++;
    if (memberId != null) {
      tried.memberId = memberId;
    }
    if (tried.from.size() < ACCOUNTS_OF_SOURCE) {
      tried.from.add(source);
    }
    if (tried.told || tried.failures < settings.get().of(Limit.DETECT_ACCOUNT)) {
      return Optional.empty();
    }
    tried.told = true;
    return Optional.of(new AccountTried(tried.failures, tried.from.size(), tried.memberId));
  }

  /**
   * That somebody sprays.
   *
   * @param accounts how many different ones were tried
   * @param several sources that tried several accounts, and never signed in
   * @param once sources that tried one, and never signed in: each for itself may have mistyped
   */
  record Spray(int accounts, List<Prefix> several, List<Prefix> once) {

    /** From how many sources, none of which ever signed in. */
    int sources() {
      return several.size() + once.size();
    }

    /** That a source is one of them. */
    Suspicion suspect(Prefix source) {
      return new Suspicion(
          source,
          SPRAYING,
          Map.of("accounts", Integer.toString(accounts), "sources", Integer.toString(sources())));
    }
  }

  /** What is going on within the window, if somebody sprays. */
  synchronized Optional<Spray> spraying() {
    Set<String> together = new HashSet<>();
    List<Prefix> several = new ArrayList<>();
    List<Prefix> once = new ArrayList<>();
    strangers()
        .forEach(
            (source, tries) -> {
              together.addAll(tries.accounts.keySet());
              (tries.accounts.size() > 1 ? several : once).add(source);
            });
    return together.size() < settings.get().of(Limit.DETECT_SPRAYING)
            || several.size() + once.size() < SPRAYING_SOURCES
        ? Optional.empty()
        : Optional.of(new Spray(together.size(), several, once));
  }

  /**
   * That sources of one network, each for itself too few times to be told of, together stuff.
   *
   * @param whole all of the network
   * @param each the sources, none of which ever signed in
   */
  record Crowd(Suspicion whole, List<Suspicion> each) {}

  /** The networks of which several sources together try as many accounts as one must not. */
  synchronized List<Crowd> crowds() {
    Map<Prefix, List<Map.Entry<Prefix, Tries>>> networks = new HashMap<>();
    for (var each : strangers().entrySet()) {
      Prefix source = each.getKey();
      networks
          .computeIfAbsent(Prefix.coarse(source.high(), source.low()), _ -> new ArrayList<>())
          .add(each);
    }
    List<Crowd> crowds = new ArrayList<>();
    networks.forEach((network, all) -> crowd(network, all).ifPresent(crowds::add));
    return crowds;
  }

  private Optional<Crowd> crowd(Prefix network, List<Map.Entry<Prefix, Tries>> all) {
    if (all.size() < 2) {
      return Optional.empty();
    }
    Set<String> together = new HashSet<>();
    int failures = 0;
    for (var each : all) {
      together.addAll(each.getValue().accounts.keySet());
      failures += each.getValue().failures.size();
    }
    if (together.size() < settings.get().of(Limit.DETECT_STUFFING)) {
      return Optional.empty();
    }
    Map<String, String> evidence = stuffed(failures, together.size());
    return Optional.of(
        new Crowd(
            new Suspicion(network, STUFFING, evidence),
            all.stream().map(each -> new Suspicion(each.getKey(), STUFFING, evidence)).toList()));
  }

  private Map<String, String> stuffed(int failures, int accounts) {
    return Map.of(
        "count", Integer.toString(failures),
        "accounts", Integer.toString(accounts),
        "minutes", Long.toString(window.toMinutes()));
  }

  /** What sources tried within the window that never signed in. */
  private Map<Prefix, Tries> strangers() {
    long within = window().toNanos();
    long now = ticker.read();
    Map<Prefix, Tries> strangers = new HashMap<>();
    sources
        .asMap()
        .forEach(
            (source, tries) -> {
              tries.forget(now, within);
              if (!tries.right && !tries.accounts.isEmpty()) {
                strangers.put(source, tries);
              }
            });
    return strangers;
  }

  private Tries tries(Prefix source) {
    Tries tries = sources.asMap().computeIfAbsent(source, each -> new Tries());
    // written again, so that the window begins anew
    sources.put(source, tries);
    return tries;
  }
}
