package eu.rempart.alert.source;

import eu.rempart.alert.queue.MessageQueue;
import eu.rempart.watch.signal.Vital;

/**
 * Whether alerts are looked at when they are due. Where they are not, nobody here can say so:
 * whoever waits for the sign of life notices.
 */
record AlertsGoOut(MessageQueue queue) implements Vital {

  @Override
  public boolean isWell() {
    return !queue.stuck();
  }
}
