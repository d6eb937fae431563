package eu.rempart.watch.measure;

import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Timing;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures how full this server is. Thread safe. */
public final class Levels {

  private static final Logger log = LoggerFactory.getLogger(Levels.class);

  private final Map<Level, LevelMeter> meters;

  public Levels(Collection<LevelMeter> meters) {
    this.meters =
        meters.stream()
            .collect(Collectors.toUnmodifiableMap(LevelMeter::level, Function.identity()));
  }

  /**
   * Measures one.
   *
   * @param before what was wrong the time before; null if nothing was
   */
  public Measurement measure(Level level, Band band, @Nullable Failure before) {
    LevelMeter meter = meters.get(level);
    if (meter == null) {
      return new Measurement(Failure.NOT_MEASURED, null, Timing.NONE);
    }
    try {
      long value = meter.read();
      boolean full = band.tooHigh(value, before == Failure.TOO_FULL);
      int number = (int) Math.min(Integer.MAX_VALUE, value);
      return new Measurement(full ? Failure.TOO_FULL : null, number, Timing.NONE);
    } catch (IOException | RuntimeException e) {
      // whatever a meter meets: that it can't tell is the result
      log.warn("the level {} can't be read: {}", level, e.getClass().getName());
      return new Measurement(Failure.NOT_MEASURED, null, Timing.NONE);
    }
  }
}
