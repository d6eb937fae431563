package eu.rempart.watch;

import eu.rempart.common.number.NumberFormats;
import eu.rempart.shell.text.Texts;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.objective.Budget;
import eu.rempart.watch.objective.Burn;
import eu.rempart.watch.objective.Objective;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words for what the watch finds, in a language: for the public page, and for screens. */
public final class WatchText {

  private final Locale language;
  private final Locale region;
  private final ZoneId clock;
  private final Map<Zone, String> places;

  /**
   * @param clock the time zone of dates
   */
  public WatchText(Locale language, ZoneId clock) {
    this(language, clock, Map.of());
  }

  /**
   * @param places what places beside the usual ones are called
   */
  public WatchText(Locale language, ZoneId clock, Map<Zone, String> places) {
    this.places = Map.copyOf(places);
    this.language = language;
    // English without a country means Europe's, as everywhere in Rempart
    this.region = Locale.ENGLISH.equals(language) ? Locale.UK : language;
    this.clock = clock;
  }

  public String text(String key, Object... arguments) {
    return Texts.in(language, key, arguments);
  }

  public Locale language() {
    return language;
  }

  public String of(Stage stage) {
    return switch (stage) {
      case UP -> text("watch.stage.up");
      case SUSPECT -> text("watch.stage.suspect");
      case DOWN -> text("watch.stage.down");
      case RECOVERING -> text("watch.stage.recovering");
    };
  }

  public String of(Zone zone) {
    if (zone.isNode()) {
      return text("watch.zone.node", Integer.toString(zone.node()));
    }
    return zone.equals(Zone.HOME) || Zone.USUAL.contains(zone)
        ? text("watch.zone." + zone.code())
        : places.getOrDefault(zone, zone.code());
  }

  /** Within a sentence. */
  public String of(Collection<Zone> zones) {
    return zones.stream()
        .map(zone -> zone.equals(Zone.HOME) ? text("watch.zone.within") : of(zone))
        .collect(Collectors.joining(", "));
  }

  /** Why something failed. */
  public String of(Failure failure, @Nullable Integer number) {
    return text("watch.failure." + failure.key(), number == null ? 0 : number);
  }

  /** What a result found, in a few words; of a level that is well, how full it is. */
  public String of(Check check, Result result) {
    Failure failure = result.failure();
    if (failure != null) {
      return of(failure, result.number());
    }
    Level level = check.target().level();
    Integer number = result.number();
    if (level == null || number == null) {
      return text("watch.status.ok");
    }
    return level.isCount()
        ? text("watch.level.count", number)
        : text("watch.percent", of(number.longValue()));
  }

  /** The same, with how long it took where that was measured: 0.080 seconds. */
  public String found(Check check, Result result) {
    Long total = result.timing().total();
    return total == null || check.target().level() != null
        ? of(check, result)
        : text("watch.check.found", of(check, result), seconds(Optional.of(total / 1e6)));
  }

  /**
   * How long the parts of a measurement took, for those that it came to: name 1 ms, connection 20
   * ms; empty if nothing was timed apart.
   */
  public Optional<String> parts(Timing timing) {
    String parts =
        Stream.of(
                part("watch.timing.name", timing.name()),
                part("watch.timing.connect", timing.connect()),
                part("watch.timing.tls", timing.tls()),
                part("watch.timing.first", timing.firstByte()),
                part("watch.timing.total", timing.total()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return parts.isEmpty() || timing.connect() == null ? Optional.empty() : Optional.of(parts);
  }

  private Optional<String> part(String key, @Nullable Long micros) {
    return Optional.ofNullable(micros).map(it -> text(key, of(Math.round(it / 1e3))));
  }

  /** What is aimed at: 99.9 % in 30 days. */
  public String of(Objective objective) {
    String percent = share(objective.percent());
    return switch (objective.over()) {
      case THIRTY_DAYS -> text("watch.objective.thirty-days", percent);
      case MONTH -> text("watch.objective.month", percent);
    };
  }

  /** What is left of it: 38 min of 43 min (88.4 %). */
  public String of(Budget budget) {
    return budget.overspent()
        ? text("watch.budget.over", of(budget.left().abs()), of(budget.whole()))
        : text(
            "watch.budget.left",
            of(budget.left()),
            of(budget.whole()),
            share(budget.leftPercent()));
  }

  /** How fast it goes; of what is used up, nobody says that it lasts. */
  public String pace(Budget budget) {
    Burn burn = budget.burn();
    return switch (burn.pace()) {
      case STEADY -> text(budget.overspent() ? "watch.burn.spent" : "watch.burn.steady");
      case SLOW -> text("watch.burn.slow", rate(burn.threeDays()));
      case FAST -> text("watch.burn.fast", rate(burn.hour()), rate(burn.sixHours()));
    };
  }

  /** Per cent, with the decimals that it has: 99.95 %. */
  public String share(BigDecimal percent) {
    return text("watch.percent", plain(percent));
  }

  private String rate(Optional<BigDecimal> rate) {
    return rate.map(this::plain).orElse("–");
  }

  private String plain(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(region);
    format.setMaximumFractionDigits(3);
    return NumberFormats.readable(format.format(number));
  }

  /** The two largest units of a length of time: 8 min 31 s, 2 h, 3 days 4 h. */
  public String of(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return text("watch.length.seconds", seconds);
    }
    if (seconds < 3_600) {
      return two("watch.length.minutes", seconds / 60, "watch.length.seconds", seconds % 60);
    }
    if (seconds < 172_800) {
      return two("watch.length.hours", seconds / 3_600, "watch.length.minutes", seconds / 60 % 60);
    }
    return two("watch.length.days", seconds / 86_400, "watch.length.hours", seconds / 3_600 % 24);
  }

  private String two(String large, long first, String small, long second) {
    return second == 0 ? text(large, first) : text(large, first) + " " + text(small, second);
  }

  public String of(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(region)
        .format(at.atZone(clock));
  }

  public String day(Instant at) {
    return of(at.atZone(clock).toLocalDate());
  }

  public String of(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(region).format(day);
  }

  public String of(long number) {
    return NumberFormats.whole(number, region);
  }

  /** Per cent to three decimals, or a dash. */
  public String percent(Optional<? extends Number> share) {
    return share.map(number -> text("watch.percent", three(number))).orElse("–");
  }

  /** Seconds to three decimals, or a dash. */
  public String seconds(Optional<? extends Number> time) {
    return time.map(number -> text("watch.seconds", three(number))).orElse("–");
  }

  private String three(Number number) {
    NumberFormat format = NumberFormat.getNumberInstance(region);
    format.setMinimumFractionDigits(3);
    format.setMaximumFractionDigits(3);
    return NumberFormats.readable(format.format(number));
  }
}
