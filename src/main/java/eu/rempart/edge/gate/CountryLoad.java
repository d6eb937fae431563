package eu.rempart.edge.gate;

import eu.rempart.edge.limit.Rate;
import eu.rempart.edge.place.Place;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/** Connections of each place, at once and a second. Allocates nothing. Thread safe. */
final class CountryLoad {

  private final AtomicIntegerArray atOnce = new AtomicIntegerArray(Place.COUNT);
  private final AtomicLongArray expected = new AtomicLongArray(Place.COUNT);

  CountryLoad(long now) {
    for (int i = 0; i < Place.COUNT; i++) {
      expected.set(i, now);
    }
  }

  /** Counts one in, unless there are too many or they come too fast. */
  boolean admit(int place, int most, Rate rate, long now) {
    if (atOnce.incrementAndGet(place) > most || !rate.take(expected, place, now)) {
      ended(place);
      return false;
    }
    return true;
  }

  /** Counts one in without a limit. */
  void began(int place) {
    atOnce.incrementAndGet(place);
  }

  /** One is over. Not below zero: it may have begun when its address belonged elsewhere. */
  void ended(int place) {
    int now = atOnce.get(place);
    while (now > 0 && !atOnce.compareAndSet(place, now, now - 1)) {
      now = atOnce.get(place);
    }
  }

  int atOnce(int place) {
    return atOnce.get(place);
  }

  /** After the places of addresses have changed, what was counted belongs nowhere. */
  void forget() {
    for (int i = 0; i < Place.COUNT; i++) {
      atOnce.set(i, 0);
    }
  }
}
