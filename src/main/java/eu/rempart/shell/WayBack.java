package eu.rempart.shell;

import java.util.UUID;

/** Takes back what somebody moved to the bin; implemented by the room {@code archive}. */
public interface WayBack {

  /**
   * Says what was moved there, and offers to take that back for ten seconds.
   *
   * @param said what was done, for people
   * @param change by which it is taken back
   * @param undone called in the UI's thread when it is back, as far as it can come back
   */
  void offer(String said, UUID change, Runnable undone);
}
