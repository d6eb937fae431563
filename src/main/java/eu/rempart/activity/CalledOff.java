package eu.rempart.activity;

import java.util.List;

/**
 * Published in the transaction that archives activities or says that they don't happen, before it
 * does, so that whoever asked people to them can tell these.
 */
public record CalledOff(List<ActivityId> activities) {

  public CalledOff {
    activities = List.copyOf(activities);
  }
}
