package eu.rempart.watch.load;

import eu.rempart.mail.Outbox;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.measure.LevelMeter;
import java.util.List;
import java.util.function.LongSupplier;

/** What the application tells of itself: connections of the database, letters that wait. */
public final class ServerMeters {

  private ServerMeters() {}

  private record Reading(Level level, LongSupplier reader) implements LevelMeter {

    @Override
    public long read() {
      return reader.getAsLong();
    }
  }

  /** Meters of both. */
  public static List<LevelMeter> of(LoadQueries load, Outbox outbox) {
    return List.of(
        new Reading(Level.DATABASE, load::connections),
        new Reading(Level.MAIL_QUEUE, () -> outbox.status().waiting()));
  }
}
