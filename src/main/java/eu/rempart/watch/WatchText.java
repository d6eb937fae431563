package eu.rempart.watch;

import eu.rempart.shell.text.Texts;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for what the watch finds, in a language: for the public page, and for screens. */
public final class WatchText {

  private final Locale language;
  private final Locale region;
  private final ZoneId clock;

  /**
   * @param clock the time zone of dates
   */
  public WatchText(Locale language, ZoneId clock) {
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
    return zone.equals(Zone.HOME) || Zone.USUAL.contains(zone)
        ? text("watch.zone." + zone.code())
        : zone.code();
  }

  public String of(Collection<Zone> zones) {
    return zones.stream().map(this::of).collect(Collectors.joining(", "));
  }

  /** Why something failed. */
  public String of(Failure failure, @Nullable Integer number) {
    return text("watch.failure." + failure.key(), number == null ? 0 : number);
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
    return NumberFormat.getIntegerInstance(region).format(number);
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
    return format.format(number);
  }
}
