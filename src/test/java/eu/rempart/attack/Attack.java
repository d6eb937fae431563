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

  static Attack flooding(Target target, String code) {
    return new Attack(code, true, Duration.ofMillis(4), target.country(code));
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
    return pace.go(
        toString(),
        pause,
        () -> {
          try {
            if (floods) {
              visitor.knock().close();
            } else {
              guess(visitor, code + next.getAndIncrement());
            }
          } catch (IOException refused) {
            // as it should be
          }
          return over.get();
        });
  }

  /**
   * Begins a flood of many who come once each, and so are never banned: it is there until it is
   * said to be over, however soon whoever does much by himself is.
   */
  static CompletableFuture<Void> beginOfMany(
      Target target, String code, Pace pace, AtomicBoolean over) {
    return pace.go(
        "many from " + code,
        Duration.ofMillis(4),
        () -> {
          try {
            target.at(target.country(code)).knock().close();
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
