package eu.rempart.edge.traffic.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How far back the dashboard looks, and in what steps it draws. */
public enum Stretch {
  QUARTER(Duration.ofMinutes(15), Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
  DAY(Duration.ofDays(1), Duration.ofMinutes(30)),
  WEEK(Duration.ofDays(7), Duration.ofHours(4)),
  QUARTER_YEAR(Duration.ofDays(90), Duration.ofDays(2));

  private final Duration length;
  private final Duration step;

  Stretch(Duration length, Duration step) {
    this.length = length;
    this.step = step;
  }

  Duration length() {
    return length;
  }

  Duration step() {
    return step;
  }

  /** Whether it is counted by the second; longer ones are added up every five minutes. */
  boolean isLive() {
    return this == QUARTER || this == HOUR;
  }

  /** The beginnings of all steps until now, the empty ones too. */
  List<Instant> times(Instant now) {
    long seconds = step.toSeconds();
    long last = Math.floorDiv(now.getEpochSecond(), seconds);
    long first = Math.floorDiv(now.minus(length).getEpochSecond(), seconds);
    return Stream.iterate(first, n -> n <= last, n -> n + 1)
        .map(n -> Instant.ofEpochSecond(n * seconds))
        .toList();
  }

  String key() {
    return switch (this) {
      case QUARTER -> "edge.stretch.quarter";
      case HOUR -> "edge.stretch.hour";
      case DAY -> "edge.stretch.day";
      case WEEK -> "edge.stretch.week";
      case QUARTER_YEAR -> "edge.stretch.quarter-year";
    };
  }
}
