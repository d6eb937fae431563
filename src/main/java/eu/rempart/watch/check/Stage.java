package eu.rempart.watch.check;

/** How a check is. */
public enum Stage {
  UP,
  /** Enough zones failed just now, and not yet often enough. */
  SUSPECT,
  DOWN,
  /** It was down, and not enough good results came yet; or it goes up and down all the time. */
  RECOVERING;

  /** Whether this is part of an outage. */
  public boolean outage() {
    return this == DOWN || this == RECOVERING;
  }
}
