package eu.rempart.alert.incident;

import eu.rempart.alert.channel.Severity;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code rempart.alert.escalation.*}: how long nobody acknowledges a critical incident
 * before the next ones are told. For a warning it is three times as long.
 *
 * @param second from the first on
 * @param everybody from the second on
 * @param reminder from everybody on, and twice that each time, an hour at most
 */
@ConfigurationProperties("rempart.alert.escalation")
public record EscalationSettings(
    @DefaultValue("5m") Duration second,
    @DefaultValue("10m") Duration everybody,
    @DefaultValue("10m") Duration reminder) {

  private static final int PATIENCE_OF_WARNINGS = 3;
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 4;

  /** As they are where nothing is set. */
  public static final EscalationSettings USUAL =
      new EscalationSettings(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(10));

  /** How long after those of a level were told the next ones are. */
  Duration after(int level, int reminders, Severity severity) {
    Duration pause =
        switch (level) {
          case 1 -> second;
          case 2 -> everybody;
          default -> reminder(reminders);
        };
    return severity == Severity.CRITICAL ? pause : pause.multipliedBy(PATIENCE_OF_WARNINGS);
  }

  private Duration reminder(int reminders) {
    Duration pause = reminder.multipliedBy(1L << Math.min(reminders, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
