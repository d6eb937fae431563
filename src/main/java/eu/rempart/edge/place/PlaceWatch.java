package eu.rempart.edge.place;

import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Has the places read before the first connection comes, and looks every half minute whether the
 * operator put another file of places in place.
 */
class PlaceWatch implements SmartLifecycle {

  private final Places places;
  private volatile boolean running;

  PlaceWatch(Places places) {
    this.places = places;
  }

  @Override
  public void start() {
    places.await();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server opens its port. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void look() {
    places.refresh();
  }
}
