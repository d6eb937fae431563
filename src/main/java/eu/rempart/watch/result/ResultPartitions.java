package eu.rempart.watch.result;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Makes the days ahead, at start and several times a day. */
class ResultPartitions {

  private final ResultRepository results;
  private final InstantSource clock;

  ResultPartitions(ResultRepository results, InstantSource clock) {
    this.results = results;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 6 * 60 * 60, timeUnit = TimeUnit.SECONDS)
  void prepare() {
    results.makePartitions(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
