package eu.rempart.watch.check;

/**
 * A limit with hysteresis: a value beyond {@code limit} is bad, and is well again only when it is
 * back at {@code clear}; in between nothing changes.
 *
 * @param limit the highest value that is well; the lowest where less is worse
 * @param clear not beyond the limit
 */
public record Band(int limit, int clear) {

  /** Checks. */
  public Band {
    if (limit < 0 || clear < 0) {
      throw new IllegalArgumentException(
          "limits are not below 0: %d and %d".formatted(limit, clear));
    }
  }

  /** Whether a value is too high, given what the one before it was. */
  public boolean tooHigh(long value, boolean wasTooHigh) {
    return wasTooHigh ? value > Math.min(clear, limit) : value > limit;
  }

  /** Whether a value is too low, given what the one before it was. */
  public boolean tooLow(long value, boolean wasTooLow) {
    return wasTooLow ? value < Math.max(clear, limit) : value < limit;
  }
}
