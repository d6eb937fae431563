package eu.rempart.alert.queue;

import java.time.Duration;

/** What is done again and again, by one node at a time; a bean. */
public interface Round {

  /** Lower case and hyphens; the same on all nodes. */
  String name();

  /** How long after its end it begins again. */
  Duration pause();

  /** Does it. What it throws is logged, and it is done again after the pause. */
  void run();
}
