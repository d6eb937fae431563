package eu.rempart.ops.backup;

import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.BackupEngine.Unprepared;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Made;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what was asked for at this server, one thing after the other, and what is due. For one
 * thread, but for {@link #end}.
 */
final class BackupWork {

  private static final Logger log = LoggerFactory.getLogger(BackupWork.class);

  /** What is due is asked for once in this time. */
  private static final Duration DUE = Duration.ofMinutes(1);

  /** After which a destination that has no repository yet is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final String server;
  private final BackupEngine engine;
  private final BackupRepository repository;
  private final RunRepository runs;
  private final DueBackups due;
  private final JudgedDestinations judged;
  private final AbsentDisk disks;
  private final BackupBoard board;
  private final InstantSource clock;

  private List<Destination> known = List.of();
  private List<Unprepared> unprepared = List.of();
  private Instant tried = Instant.EPOCH;
  private Instant asked = Instant.EPOCH;

  /** Whether the end of the last could not be written. */
  private boolean open;

  private volatile boolean ending;
  private volatile RunControl current = new RunControl(_ -> {});

  /**
   * @param server the name of this one
   */
  BackupWork(
      String server,
      BackupEngine engine,
      BackupRepository repository,
      RunRepository runs,
      DueBackups due,
      Outgoing outgoing,
      BackupBoard board,
      InstantSource clock) {
    this.server = server;
    this.engine = engine;
    this.repository = repository;
    this.runs = runs;
    this.due = due;
    this.judged = new JudgedDestinations(outgoing);
    this.disks = new AbsentDisk(repository, runs);
    this.board = board;
    this.clock = clock;
  }

  /** What the last process of this server left behind. */
  void begin() throws IOException {
    engine.clear();
    runs.breakOff(server, clock.instant());
  }

  /** Ends what goes on; it counts as broken off, and is tried again. Any thread may call this. */
  void end() {
    ending = true;
    current.cancel();
  }

  /**
   * Does one thing, if there is one to do.
   *
   * @return whether there was
   */
  boolean look() throws IOException {
    if (ending) {
      return false;
    }
    if (open) {
      runs.breakOff(server, clock.instant());
      open = false;
    }
    List<Destination> present =
        repository.destinations().stream().map(each -> judged(each.destination())).toList();
    boolean changed;
    try {
      changed = use(present, control(new RunControl(_ -> {})));
    } catch (BackupFailedException e) {
      if (ending) {
        return false;
      }
      throw e;
    }
    Instant now = clock.instant();
    if (changed || !now.isBefore(asked.plus(DUE)) || now.isBefore(asked)) {
      asked = now;
      due.ask(server, present.stream().filter(each -> !isAwaited(each)).toList());
    }
    if (ending) {
      return false;
    }
    BackupRun next = runs.begin(server, clock.instant()).orElse(null);
    if (next == null) {
      return false;
    }
    run(next, present);
    return true;
  }

  /** Of what is begun now, so that {@link #end} reaches it. */
  private RunControl control(RunControl control) {
    current = control;
    if (ending) {
      control.cancel();
    }
    return control;
  }

  /**
   * Also archives to what is new, and no more to what is gone or refused.
   *
   * @return whether anything changed
   */
  private boolean use(List<Destination> present, RunControl control) throws IOException {
    Instant now = clock.instant();
    boolean again =
        known.stream().anyMatch(this::isAwaited)
            || (!now.isBefore(tried.plus(AGAIN))
                && (!unprepared.isEmpty() || engine.isLogWaiting()));
    List<Unprepared> away = new ArrayList<>();
    List<Destination> allowed = new ArrayList<>();
    for (Destination each : present) {
      Optional<BackupFailedException> absent = absent(each, now);
      absent.ifPresent(reason -> away.add(new Unprepared(each, reason)));
      if (absent.isEmpty() && each.at() != null) {
        allowed.add(each);
      }
    }
    if (!now.isBefore(tried.plus(AGAIN))) {
      tried = now;
    }
    if (allowed.equals(known) && !again && !engine.hasMoved()) {
      return false;
    }
    tried = now;
    List<Unprepared> before = unprepared;
    unprepared = Stream.concat(engine.use(allowed, control).stream(), away.stream()).toList();
    for (Unprepared each : before) {
      if (reasonAgainst(each.destination()).isEmpty()) {
        // a part of the log is missing there, so nothing that lies there can be followed by it
        BackupCell cell = new BackupCell(server, each.destination().id(), Technology.CLASSIC);
        runs.ask(cell, Act.MAKE, true, now, null);
      }
    }
    for (Unprepared each : unprepared) {
      if (!isAwaited(each.destination())) {
        log.warn(
            "nothing is archived to {}: {}",
            each.destination().address(),
            each.reason().getMessage());
      }
    }
    boolean changed = !allowed.equals(known);
    known = List.copyOf(allowed);
    return changed;
  }

  private Optional<BackupFailedException> absent(Destination destination, Instant now)
      throws IOException {
    try {
      return disks.reasonAgainst(destination, now);
    } catch (AccessDeniedException e) {
      return Optional.empty(); // each run at it says so
    }
  }

  /** Why nothing is archived to a destination; empty where it is. */
  private Optional<BackupFailedException> reasonAgainst(Destination destination) {
    return unprepared.stream()
        .filter(each -> each.destination().equals(destination))
        .map(Unprepared::reason)
        .findFirst();
  }

  /**
   * Whether the server that leads, which saw the destination just now as this one did, is at it.
   */
  private boolean isAwaited(Destination destination) {
    return reasonAgainst(destination).filter(each -> each.why() == Why.AWAITED).isPresent();
  }

  /** At its address of now; without one where nothing may be sent to it. */
  private Destination judged(Destination destination) {
    try {
      return judged.judged(destination);
    } catch (IOException refused) {
      return destination; // each run at it says so
    }
  }

  private void run(BackupRun asked, List<Destination> present) {
    board.news();
    RunProgress progress = new RunProgress(asked, runs, board, clock);
    RunControl control = control(progress.control());
    open = true;
    progress.start();
    try (progress) {
      Destination destination =
          present.stream()
              .filter(each -> each.id().equals(asked.cell().destination()))
              .findFirst()
              .orElse(null);
      if (destination == null) {
        ended(asked, State.FAILED, new Fault("removed", ""));
        return;
      }
      var _ = judged.judged(destination);
      run(asked, destination, present, control);
      ended(asked, State.DONE, null);
    } catch (PlaceNotAllowedException refused) {
      ended(
          asked,
          State.FAILED,
          new Fault(PlaceNotAllowedException.CODE, String.valueOf(refused.getMessage())));
    } catch (IOException e) {
      BackupFailedException failed = BackupFailedException.of(e);
      if (ending) {
        ended(asked, State.BROKEN_OFF, null);
      } else if (progress.isStuck()) {
        ended(asked, State.FAILED, new Fault(Why.TOO_LONG.key(), ""));
      } else if (failed.why() == Why.CANCELLED) {
        ended(asked, State.CANCELLED, null);
      } else {
        if (failed.missing() > 0) {
          runs.made(asked.id(), new Made("", 0, 0, failed.missing()));
        }
        ended(
            asked,
            State.FAILED,
            new Fault(failed.why().key(), Objects.requireNonNullElse(failed.getMessage(), "")));
      }
    } catch (RuntimeException e) {
      ended(asked, State.FAILED, new Fault(Why.OTHER.key(), e.toString()));
      throw e;
    }
  }

  private void run(
      BackupRun asked, Destination destination, List<Destination> all, RunControl control)
      throws IOException {
    var technology = asked.cell().technology();
    switch (asked.act()) {
      case MAKE -> {
        if (reasonAgainst(destination).isPresent()) {
          tried = Instant.EPOCH; // the log has to go there, or no backup is complete
          use(all, control);
        }
        Optional<BackupFailedException> reason = reasonAgainst(destination);
        if (reason.isPresent()) {
          throw reason.get();
        }
        runs.made(
            asked.id(), engine.make(technology, destination, server, asked.whole(), all, control));
        engine.forget(technology, destination, control);
      }
      case VERIFY -> engine.verify(technology, destination, server, control);
      case DRILL -> {
        String label =
            runs.latest(clock.instant()).stream()
                .filter(run -> run.cell().equals(asked.cell()))
                .filter(run -> run.act() == Act.MAKE && run.isGood())
                .findFirst()
                .map(BackupRun::made)
                .map(BackupRun.Result::label)
                .orElseThrow(() -> new IOException("there is no backup to restore"));
        runs.made(asked.id(), new Made(label, 0, 0, 0));
        engine.verify(technology, destination, server, control);
        runs.proven(asked.id(), engine.drill(technology, destination, label, control));
      }
    }
  }

  private void ended(BackupRun asked, State state, @org.jspecify.annotations.Nullable Fault fault) {
    runs.ended(asked.id(), state, clock.instant(), fault);
    open = false;
    if (fault != null) {
      log.warn("backup: {} of {} failed: {}", asked.act(), asked.cell(), fault);
    } else {
      log.info("backup: {} of {}: {}", asked.act(), asked.cell(), state);
    }
  }
}
