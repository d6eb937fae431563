package eu.rempart.alert.queue;

import java.time.Instant;
import java.util.UUID;

/** Has a message looked at, by one node. */
interface Wake {

  /** Takes part in the transaction that runs on this thread, if there is one. */
  void at(UUID message, Instant when);
}
