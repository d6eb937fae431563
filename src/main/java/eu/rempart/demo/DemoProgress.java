package eu.rempart.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far the demo firm has moved in: on standard output for whoever started Rempart, and for pages
 * of all nodes. Kept in the database, so that after a restart somebody learns that the rest is
 * missing. Thread safe.
 */
@Component
@ConditionalOnProperty(name = "rempart.demo", havingValue = "true")
public class DemoProgress {

  /** A runner that was not seen for so long has stopped. */
  static final Duration SILENT = Duration.ofSeconds(40);

  private final DemoMoveRepository repository;
  private final InstantSource clock;
  private final PrintStream out;
  private final UUID runner = UUID.randomUUID();
  private volatile boolean running;
  private volatile boolean over;

  @Autowired
  DemoProgress(DemoMoveRepository repository) {
    this(repository, InstantSource.system(), System.out);
  }

  DemoProgress(DemoMoveRepository repository, InstantSource clock, PrintStream out) {
    this.repository = repository;
    this.clock = clock;
    this.out = out;
  }

  /** Says that it will begin once somebody has signed in. */
  void waitsForAdministrator() {
    out.println("The demo firm moves in when the first administrator signs in.");
  }

  /** Begins a phase, and with the first one the move. */
  void at(DemoPhase phase) {
    running = true;
    repository.at(runner, phase);
    out.println("The demo firm is moving in: %d %% (%s)".formatted(phase.percent(), phase.key()));
  }

  /** It is in. */
  void done(int contacts) {
    running = false;
    over = true;
    repository.ended();
    out.println("The demo firm has moved in: 100 % (" + contacts + " contacts)");
  }

  /** It did not get through. */
  void failed() {
    running = false;
    out.println("The demo firm did not move in completely: see the log.");
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void heartbeat() {
    if (running) {
      repository.seen(runner);
    }
  }

  /** Where it stands; empty before it began, and once it is in or somebody put the notice away. */
  public Optional<DemoMove> find() {
    if (over) {
      return Optional.empty();
    }
    return repository
        .find()
        .flatMap(
            row -> {
              if (row.getEndedAt() != null) {
                over = true;
                return Optional.empty();
              }
              Instant seen = row.getSeenAt().toInstant();
              boolean alive =
                  row.getRunner().equals(runner)
                      ? running
                      : seen.plus(SILENT).isAfter(clock.instant());
              return Optional.of(new DemoMove(DemoPhase.valueOf(row.getPhase()), alive));
            });
  }

  /** Somebody knows that a part is missing. */
  public void putAway() {
    if (find().filter(move -> !move.running()).isPresent()) {
      repository.ended();
    }
  }
}
