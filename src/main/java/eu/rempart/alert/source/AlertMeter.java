package eu.rempart.alert.source;

import eu.rempart.alert.queue.MessageQueue;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.measure.LevelMeter;

/** Tells the watch how many messages about incidents wait: where none goes out they pile up. */
record AlertMeter(MessageQueue queue) implements LevelMeter {

  @Override
  public Level level() {
    return Level.ALERT_QUEUE;
  }

  @Override
  public long read() {
    return queue.waiting();
  }
}
