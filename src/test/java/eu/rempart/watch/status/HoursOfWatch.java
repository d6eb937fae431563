package eu.rempart.watch.status;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.WatchLab;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What zones might find in some hours, and how an operator might work meanwhile. */
final class HoursOfWatch {

  private final TestDatabase database;
  private final WatchLab lab;
  private final List<Zone> zones;

  HoursOfWatch(TestDatabase database, WatchLab lab, List<Zone> zones) {
    this.database = database;
    this.lab = lab;
    this.zones = zones;
  }

  /**
   * Three hours in which some zones fail alone, all of them fail, some are silent, and work is
   * done.
   */
  void live(Random random, Check check) {
    Instant end = lab.clock.instant().plus(Duration.ofHours(3));
    List<Result> told = new ArrayList<>();
    while (lab.clock.instant().isBefore(end)) {
      plan(random, check);
      int failing = random.nextInt(3); // none, one of them, all
      int silent = random.nextInt(2 * zones.size());
      int minutes = 16 + random.nextInt(20);
      for (int minute = 0; minute < minutes; minute++) {
        for (int zone = 0; zone < zones.size(); zone++) {
          lab.clock.pass(Duration.ofSeconds(20)); // no two at the same moment
          boolean fails = failing == 2 || (failing == 1 && zone == 0);
          if (zone != silent) {
            told.add(result(random, check, zones.get(zone), fails ? 0.9 : 0.02));
          }
        }
        if (random.nextInt(4) == 0) {
          lab.recorder.takeAll(told);
          lab.recorder.takeAll(told.subList(0, told.size() / 2)); // that come twice
          told.clear();
        }
      }
      lab.recorder.takeAll(told);
      told.clear();
      if (random.nextInt(3) == 0) {
        endWork();
      }
    }
  }

  private Result result(Random random, Check check, Zone zone, double failing) {
    Failure failure = random.nextDouble() < failing ? Failure.STATUS : null;
    boolean timed = random.nextInt(10) > 0;
    return new Result(
        check.id(),
        zone,
        lab.clock.instant(),
        failure,
        failure == null ? 200 : 503,
        timed ? new Timing(1L, 2L, 3L, 4L, (long) random.nextInt(3_000_000)) : Timing.NONE);
  }

  /** Of this check or of all; some of it begins soon, and lasts as it comes. */
  private void plan(Random random, Check check) {
    if (random.nextBoolean()) {
      Instant begin = lab.clock.instant().plusSeconds(random.nextInt(3_600));
      database
          .owner()
          .execute(
              """
              INSERT INTO watch_maintenance (id, check_id, title, begins_at, ends_at)
              VALUES (gen_random_uuid(), ?::uuid, 'works', ?::timestamptz, ?::timestamptz)
              """,
              random.nextInt(3) == 0 ? null : check.id().value().toString(),
              begin.toString(),
              begin.plusSeconds(random.nextInt(2_400)).toString());
    }
  }

  /** What goes on ends now; what has not begun is called off. */
  private void endWork() {
    lab.clock.pass(Duration.ofSeconds(1)); // after what was found last
    database
        .owner()
        .execute(
            """
            UPDATE watch_maintenance SET ends_at = greatest(begins_at, ?::timestamptz)
              WHERE ends_at > ?::timestamptz
            """,
            lab.clock.instant().toString(),
            lab.clock.instant().toString());
  }
}
