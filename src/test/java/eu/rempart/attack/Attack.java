package eu.rempart.attack;

import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who attacks from a country: with connections, or with passwords for many accounts.
 *
 * @param code of the country
 * @param floods whether it is with connections
 */
record Attack(String code, boolean floods, Duration pause, Source source) {

  /** Between two connections of a flood. */
  private static final Duration FLOOD = Duration.ofMillis(4);

  static Attack flooding(Target target, String code) {
    return new Attack(code, true, FLOOD, target.country(code));
  }

  static Attack guessing(Target target, String code) {
    return new Attack(code, false, Duration.ofMillis(100), target.country(code));
  }

  /** What it may be banned for; with those of other tests whoever guesses may be one of many. */
  List<String> causes() {
    return floods
        ? List.of("connection-flood")
        : List.of("credential-stuffing", "password-spraying");
  }

  /** The country's name in English. */
  String country() {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  Prefix network() {
    return Prefix.fine(source.high(), source.low());
  }

  /** Goes on until it is said to be over, whatever comes of it. */
  CompletableFuture<Void> begin(Target target, Pace pace, AtomicBoolean over) throws IOException {
    Visitor visitor = target.at(source);
    AtomicInteger next = new AtomicInteger();
    return until(
        over,
        pace,
        toString(),
        pause,
        () -> {
          if (floods) {
            visitor.knock().close();
          } else {
            guess(visitor, code + next.getAndIncrement());
          }
        });
  }

  /**
   * Begins a flood from a country in which each source knocks once. No single source is banned, so
   * the flood lasts until it is said to be over.
   */
  static CompletableFuture<Void> crowd(Target target, String code, Pace pace, AtomicBoolean over) {
    return until(
        over,
        pace,
        "a crowd from " + code,
        FLOOD,
        () -> target.at(target.country(code)).knock().close());
  }

  private static CompletableFuture<Void> until(
      AtomicBoolean over, Pace pace, String what, Duration pause, Pace.Act.Deed deed) {
    return pace.go(
        what,
        pause,
        () -> {
          try {
            deed.run();
          } catch (IOException refused) {
            // as it should be
          }
          return over.get();
        });
  }

  private static void guess(Visitor visitor, String account) throws IOException {
    try (Conversation conversation = visitor.open()) {
      conversation.post(
          "/login", "username=" + Member.coded(account + "@stolen.test") + "&password=guess");
    }
  }
}
