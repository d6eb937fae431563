package eu.rempart.ops.backup;

import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.ops.backup.BackupRepository.Added;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.BackupEngine.Latest;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Made;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

  /** Each backup is kept for longer than this. */
  private static final Duration CERTAIN = Duration.ofDays(6);

  private final String server;
  private final BackupEngine engine;
  private final BackupRepository repository;
  private final RunRepository runs;
  private final DueBackups due;
  private final ArchivedDestinations archived;
  private final BackupBoard board;
  private final InstantSource clock;

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
    this.archived = new ArchivedDestinations(engine, repository, runs, outgoing, clock);
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
    List<Added> added = repository.destinations();
    List<Destination> present =
        added.stream().map(each -> archived.judged(each.destination())).toList();
    boolean changed;
    try {
      changed = archived.use(present, control(new RunControl(_ -> {})));
    } catch (BackupFailedException e) {
      if (ending) {
        return false;
      }
      throw e;
    }
    Instant now = clock.instant();
    if (changed || !now.isBefore(asked.plus(DUE)) || now.isBefore(asked)) {
      asked = now;
      due.ask(
          server,
          IntStream.range(0, present.size())
              .filter(each -> !due.waits(added.get(each)))
              .mapToObj(present::get)
              .filter(each -> !archived.isAwaited(each))
              .toList(),
          archived.broken(added));
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

  private void run(BackupRun asked, List<Destination> present) {
    board.news();
    RunProgress progress = new RunProgress(asked, runs, board, archived::mustGiveWay, clock);
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
        ended(asked, unreached(asked), new Fault("removed", ""));
        return;
      }
      archived.requireAllowed(destination);
      run(asked, destination, present, control);
      ended(asked, State.DONE, null);
    } catch (PlaceNotAllowedException refused) {
      ended(
          asked,
          unreached(asked),
          new Fault(PlaceNotAllowedException.CODE, String.valueOf(refused.getMessage())));
    } catch (IOException e) {
      BackupFailedException failed = BackupFailedException.of(e);
      if (ending || progress.hasGivenWay()) {
        ended(asked, State.BROKEN_OFF, null);
      } else if (progress.isStuck()) {
        ended(asked, unreached(asked), new Fault(Why.TOO_LONG.key(), ""));
      } else if (failed.why() == Why.CANCELLED) {
        ended(asked, State.CANCELLED, null);
      } else {
        if (failed.missing() > 0) {
          runs.made(asked.id(), new Made("", 0, 0, failed.missing()));
        }
        ended(
            asked,
            failed.why().isOutOfReach() ? unreached(asked) : State.FAILED,
            new Fault(failed.why().key(), Objects.requireNonNullElse(failed.getMessage(), "")));
      }
    } catch (RuntimeException e) {
      ended(asked, State.FAILED, new Fault(Why.OTHER.key(), e.toString()));
      throw e;
    }
  }

  /** How something ends that came nowhere: of what lies there a check says nothing then. */
  private static State unreached(BackupRun asked) {
    return asked.act() == Act.MAKE ? State.FAILED : State.UNCHECKED;
  }

  private void run(
      BackupRun asked, Destination destination, List<Destination> all, RunControl control)
      throws IOException {
    var technology = asked.cell().technology();
    switch (asked.act()) {
      case MAKE -> make(asked, destination, all, control);
      case VERIFY -> engine.verify(technology, destination, server, latest(asked.cell()), control);
      case DRILL -> {
        String label =
            lastMade(asked.cell())
                .map(BackupRun::made)
                .map(BackupRun.Result::label)
                .orElseThrow(() -> new IOException("there is no backup to restore"));
        runs.made(asked.id(), new Made(label, 0, 0, 0));
        engine.verify(technology, destination, server, latest(asked.cell()), control);
        runs.proven(asked.id(), engine.drill(technology, destination, label, control));
      }
    }
  }

  private Optional<BackupRun> lastMade(BackupCell cell) {
    return runs.latest(clock.instant()).stream()
        .filter(run -> run.cell().equals(cell))
        .filter(run -> run.act() == Act.MAKE && run.isGood())
        .findFirst();
  }

  /** What has to be at a destination; an older one may have been forgotten by now. */
  private @Nullable Latest latest(BackupCell cell) {
    Instant since = clock.instant().minus(CERTAIN);
    return lastMade(cell)
        .filter(run -> run.asked().isAfter(since))
        .map(BackupRun::made)
        .map(made -> new Latest(made.label(), !isBroken(cell.destination())))
        .orElse(null);
  }

  /**
   * After a check that found damage a whole one, with what is damaged replaced; then the check once
   * more. Nor can the first at a destination that was added again lean on what lies there: a part
   * of the log is missing in between.
   */
  private void make(
      BackupRun asked, Destination destination, List<Destination> all, RunControl control)
      throws IOException {
    var technology = asked.cell().technology();
    archived.require(destination, all, control);
    Optional<BackupRun> damage = damage(asked.cell());
    boolean whole =
        asked.whole()
            || damage.isPresent()
            || (technology == Technology.CLASSIC && isBroken(destination.id()))
            || (technology == Technology.CLASSIC
                && !runs.hasWhole(destination.id(), technology, 0));
    if (whole && !asked.whole()) {
      runs.makesWhole(asked.id());
    }
    runs.made(
        asked.id(),
        damage.isPresent()
            ? engine.repair(technology, destination, server, all, control)
            : engine.make(technology, destination, server, whole, all, control));
    if (whole && technology == Technology.CLASSIC) {
      repository.takeIn(destination.id(), Objects.requireNonNull(asked.begun()));
    }
    engine.forget(technology, destination, control);
    damage.ifPresent(bad -> runs.ask(bad.cell(), bad.act(), false, clock.instant(), null));
  }

  /** Whether the log has left a destination out, so that nothing there is followed by it. */
  private boolean isBroken(UUID destination) {
    return repository.destinations().stream()
        .filter(each -> each.destination().id().equals(destination))
        .anyMatch(each -> each.leftOut() != null);
  }

  /** The last check or drill that failed at the same repository, whoever made it. */
  private Optional<BackupRun> damage(BackupCell cell) {
    List<BackupRun> latest = runs.latest(clock.instant());
    return latest.stream()
        .filter(run -> run.act() != Act.MAKE)
        .filter(run -> run.cell().destination().equals(cell.destination()))
        .filter(run -> run.cell().technology() == cell.technology())
        .filter(run -> BackupState.bad(latest, run.cell(), run.act()).equals(Optional.of(run)))
        .filter(run -> !runs.hasWhole(cell.destination(), cell.technology(), run.id()))
        .findFirst();
  }

  private void ended(BackupRun asked, State state, @Nullable Fault fault) {
    runs.ended(asked.id(), state, clock.instant(), fault);
    open = false;
    if (fault != null) {
      log.warn("backup: {} of {} failed: {}", asked.act(), asked.cell(), fault);
    } else {
      log.info("backup: {} of {}: {}", asked.act(), asked.cell(), state);
    }
  }
}
