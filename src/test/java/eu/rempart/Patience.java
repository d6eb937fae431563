package eu.rempart;

import java.time.Duration;

/**
 * How long tests wait for what is due: a bound for what would never come, not for a busy machine.
 */
public final class Patience {

  public static final Duration LONG = Duration.ofMinutes(3);

  private Patience() {}
}
