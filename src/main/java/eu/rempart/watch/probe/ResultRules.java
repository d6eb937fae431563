package eu.rempart.watch.probe;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.Exchange.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what an agent found may be so. */
final class ResultRules {

  static final String FUTURE = "future";
  static final String OLD = "old";

  /** The check is another zone's. */
  static final String NOT_ITS_OWN = "not-its-own";

  /** The check is not measured any more, which the agent could not know. */
  static final String GONE = "gone";

  static final String ABSURD = "absurd";

  /** There are more of the hour than the check's period explains. */
  static final String TOO_OFTEN = "too-often";

  static final Duration AHEAD = Duration.ofMinutes(1);
  static final Duration BACK = Duration.ofDays(31);

  private static final long LONGEST_MICROS = 180_000_000;
  private static final long SLACK_MICROS = 1_000_000;
  private static final long LAST_MICROS = 4_102_444_800_000_000L; // the year 2100

  private ResultRules() {}

  /**
   * Why a result is not taken.
   *
   * @param own the check, if the agent is to measure it
   * @param known whether there is such a check at all
   * @return a word; empty if it is taken
   */
  static Optional<String> wrong(Found found, @Nullable Check own, boolean known, Instant now) {
    if (found.at() < 0 || found.at() > LAST_MICROS || at(found).isAfter(now.plus(AHEAD))) {
      return Optional.of(FUTURE);
    }
    if (at(found).isBefore(now.minus(BACK))) {
      return Optional.of(OLD);
    }
    if (own == null) {
      return Optional.of(known ? NOT_ITS_OWN : GONE);
    }
    return possible(found) ? Optional.empty() : Optional.of(ABSURD);
  }

  /** When the agent knew it; when it began, of one that can't have taken so long. */
  static Instant known(Found found) {
    long total = zero(found.total());
    boolean possible = total >= 0 && total <= LONGEST_MICROS;
    return at(found).plus(possible ? total : 0, ChronoUnit.MICROS);
  }

  private static boolean possible(Found found) {
    Predicate<@Nullable Long> bounded =
        micros -> micros == null || (micros >= 0 && micros <= LONGEST_MICROS);
    boolean each =
        Stream.of(
                Optional.ofNullable(found.name()),
                Optional.ofNullable(found.connect()),
                Optional.ofNullable(found.tls()),
                Optional.ofNullable(found.first()),
                Optional.ofNullable(found.total()))
            .allMatch(part -> part.isEmpty() || bounded.test(part.get()));
    if (!each || (found.failure() == null && found.total() == null)) {
      return false;
    }
    long parts =
        zero(found.name()) + zero(found.connect()) + zero(found.tls()) + zero(found.first());
    boolean fits = found.total() == null ? parts == 0 : parts <= found.total() + SLACK_MICROS;
    return fits && (found.failure() == null || failure(found).isPresent());
  }

  private static long zero(@Nullable Long micros) {
    return micros == null ? 0 : micros;
  }

  /** A level is measured at home alone. */
  private static Optional<Failure> failure(Found found) {
    return Arrays.stream(Failure.values())
        .filter(each -> each != Failure.TOO_FULL)
        .filter(each -> each.name().equals(found.failure()))
        .findFirst();
  }

  static Instant at(Found found) {
    return Instant.EPOCH.plus(found.at(), ChronoUnit.MICROS);
  }

  /** The result, of which nothing is wrong. */
  static Result result(Found found, Zone zone) {
    Timing timing =
        new Timing(found.name(), found.connect(), found.tls(), found.first(), found.total());
    return new Result(
        new CheckId(found.check()),
        zone,
        at(found),
        failure(found).orElse(null),
        found.number(),
        timing);
  }
}
