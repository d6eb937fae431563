package eu.rempart.ops.backup.engine;

import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.engine.log.ArchiveErrors;
import eu.rempart.ops.backup.engine.log.ArchiveQueue;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups of this server, reads them through and restores them to look. One call at a time;
 * each ends by itself, or when its {@link RunControl} is cancelled.
 */
public final class BackupEngine {

  private static final Logger log = LoggerFactory.getLogger(BackupEngine.class);

  /** 1 GiB: more would fill the disk, or pgBackRest would drop it for all destinations. */
  private static final int MOST_WAITING = 64;

  private final int mostWaiting;
  private final HomeFolder home;
  private final DatabaseServer database;
  private final ArchiveQueue queue;
  private final BackupFolder folder;
  private final BackupFiles files;
  private final ClassicBackup classic;
  private final ImageBackup image;
  private final SealedFiles keyFiles;
  private final ImageScope scope;
  private final Leader.Finding leaders;

  /** As the programs were told. */
  private Optional<Leader> leader = Optional.empty();

  /**
   * Of a server that stands alone.
   *
   * @param scope what an image has of this server
   */
  public BackupEngine(
      HomeFolder home, DatabaseServer database, BackupSecret secret, ImageScope scope) {
    this(home, database, secret, scope, MOST_WAITING, Optional::empty);
  }

  /**
   * Of one of two servers.
   *
   * @param scope what an image has of this server
   */
  public BackupEngine(
      HomeFolder home,
      DatabaseServer database,
      BackupSecret secret,
      ImageScope scope,
      Leader.Finding leaders) {
    this(home, database, secret, scope, MOST_WAITING, leaders);
  }

  /**
   * @param mostWaiting parts of the log that wait for a destination which is away
   */
  BackupEngine(
      HomeFolder home,
      DatabaseServer database,
      BackupSecret secret,
      ImageScope scope,
      int mostWaiting,
      Leader.Finding leaders) {
    this.mostWaiting = mostWaiting;
    this.leaders = leaders;
    this.home = home;
    this.database = database;
    this.queue = new ArchiveQueue(database);
    this.folder = BackupFolder.of(home.path());
    this.files = new BackupFiles(folder, secret);
    this.classic = new ClassicBackup(folder);
    this.image =
        new ImageBackup(
            folder,
            secret,
            database.dataFolder(),
            new DatabaseCopying(() -> database.open("postgres")));
    this.keyFiles = new SealedFiles(home, folder, secret);
    this.scope = scope;
  }

  /**
   * Has the programs know these destinations and no others, and archives to those that have a
   * repository. One that had it once may be away: the log waits for it, unless too much of it does.
   *
   * @return those whose repository could not be made, with the reason
   * @throws BackupFailedException if it is cancelled; then it archives as before
   */
  public List<Unprepared> use(List<Destination> destinations, RunControl control)
      throws IOException {
    leader = leaders.find();
    ProgramFiles.Server server = server();
    files.write(destinations, server, database.password());
    List<Destination> prepared = new ArrayList<>();
    List<Unprepared> unprepared = new ArrayList<>();
    Map<Integer, String> refusals =
        isLogWaiting() ? ArchiveErrors.in(folder.spool(), ProgramFiles.STANZA) : Map.of();
    for (Destination each : destinations) {
      try {
        classic.prepare(each, leader.isEmpty(), control);
        if (refusals.containsKey(each.place())) { // such as one that is full
          throw new IOException(refusals.get(each.place()));
        }
        files.rememberPrepared(each);
        prepared.add(each);
      } catch (IOException e) {
        BackupFailedException failed = BackupFailedException.of(e);
        if (failed.why() == Why.CANCELLED) {
          throw failed;
        }
        if (files.wasPrepared(each) && !isLogWaiting()) {
          prepared.add(each); // the log waits for it
        } else {
          files.forgetPrepared(each);
          unprepared.add(new Unprepared(each, failed));
        }
      }
    }
    files.archiveTo(prepared, server);
    queue.goOutEachMinute(!prepared.isEmpty());
    return List.copyOf(unprepared);
  }

  /** Whether so much of the log waits that a destination which is away has to do without. */
  public boolean isLogWaiting() throws IOException {
    return queue.waiting() > mostWaiting;
  }

  /** A destination that nothing is archived to now. */
  public record Unprepared(Destination destination, BackupFailedException reason) {}

  private ProgramFiles.Server server() {
    return new ProgramFiles.Server(
        database.dataFolder(),
        database.socketFolder(),
        database.port(),
        database.superuser(),
        leader);
  }

  /** Whether the log goes out from this server. */
  public boolean leads() {
    return leader.isEmpty();
  }

  /** Whether another server leads than the programs were told. */
  public boolean hasMoved() throws IOException {
    return !leaders.find().equals(leader);
  }

  /**
   * Makes one.
   *
   * @param server the name of this one
   * @param whole all of the database, and not what changed alone; images are always whole
   * @param all every destination, which images leave out
   * @throws BackupFailedException if it fails or is cancelled
   */
  public Made make(
      Technology technology,
      Destination destination,
      String server,
      boolean whole,
      List<Destination> all,
      RunControl control)
      throws BackupFailedException {
    return failing(
        () ->
            switch (technology) {
              case CLASSIC -> {
                classic.prepare(destination, leader.isEmpty(), control);
                Made made = classic.make(destination, server, whole, control);
                keyFiles.put(destination, server, control);
                yield made;
              }
              case IMAGE -> makeImage(destination, server, false, all, control);
            });
  }

  /**
   * Makes a whole one at a destination where something is damaged, so that nothing leans on that;
   * what is damaged is replaced where it can be, and else removed. Otherwise as {@link #make}.
   *
   * @throws BackupFailedException if it fails or is cancelled
   */
  public Made repair(
      Technology technology,
      Destination destination,
      String server,
      List<Destination> all,
      RunControl control)
      throws BackupFailedException {
    return failing(
        () ->
            switch (technology) {
              case CLASSIC -> {
                Made made = make(technology, destination, server, true, all, control);
                classic.removeDamaged(destination, made.label(), control);
                yield made;
              }
              case IMAGE -> {
                ImageRepair repair = image.repair(destination);
                repair.dropDamaged(control);
                Made made = makeImage(destination, server, true, all, control);
                repair.removeDamaged(control);
                yield made;
              }
            });
  }

  private Made makeImage(
      Destination destination,
      String server,
      boolean anew,
      List<Destination> all,
      RunControl control)
      throws IOException {
    return image.make(
        destination, server, scope.folders(home), scope.excluded(home, all), anew, control);
  }

  /**
   * Frees the room of those that are not kept any more, once the latest is noted down: however this
   * ends, that one is good. pgBackRest does so by itself.
   */
  public void forget(Technology technology, Destination destination, RunControl control) {
    if (technology == Technology.IMAGE) {
      control.reached(1);
      try {
        image.forget(destination, control);
      } catch (IOException e) {
        log.warn("no room was freed at {}: {}", destination.address(), e.getMessage());
      }
    }
  }

  /**
   * What should lie at a destination. One that was put back to what it had last week is sound in
   * itself.
   *
   * @param label of the last backup of this server that was made there, as {@link Made#label} said
   * @param followed whether the log of the database has gone there ever since
   */
  public record Latest(String label, boolean followed) {}

  /**
   * Reads all that lies at a destination.
   *
   * @param server the name of this one
   * @param latest null where nobody knows of any
   * @throws BackupFailedException if it is not what was written, or can't be read
   */
  public void verify(
      Technology technology,
      Destination destination,
      String server,
      @Nullable Latest latest,
      RunControl control)
      throws BackupFailedException {
    boolean sound =
        failing(
            () ->
                switch (technology) {
                  case CLASSIC -> {
                    boolean read = classic.verify(destination, wished(latest), control);
                    keyFiles.check(destination, server, control);
                    yield read;
                  }
                  case IMAGE -> image.verify(destination, latest, control);
                });
    if (!sound) {
      throw new BackupFailedException(
          BackupFailedException.Why.DAMAGED, "what lies at the destination is damaged");
    }
  }

  /** What has to be there by now; the server that leads knows how far the log went out. */
  private ClassicBackup.Wished wished(@Nullable Latest latest) throws IOException {
    if (latest == null) {
      return ClassicBackup.Wished.NOTHING;
    }
    return new ClassicBackup.Wished(
        latest.label(), latest.followed() && leads() ? queue.last() : Optional.empty());
  }

  /**
   * Restores the latest of a server into a scratch folder, starts it and looks at it.
   *
   * @param label which one, as {@link Made#label} said
   * @throws BackupFailedException if it can't be restored or started
   */
  public Proof drill(
      Technology technology, Destination destination, String label, RunControl control)
      throws BackupFailedException {
    Set<Proof.Fault> more = EnumSet.noneOf(Proof.Fault.class);
    return failing(
        () ->
            new Drill(home, database)
                .prove(
                    scratch ->
                        switch (technology) {
                          case CLASSIC -> classic.restoreData(destination, label, scratch, control);
                          case IMAGE -> {
                            Path keys = scratch.resolve("home");
                            if (!image.hasKeys(destination, label, keys, control)) {
                              more.add(Proof.Fault.KEYS_MISSING);
                            }
                            yield image.restoreData(destination, label, scratch, control);
                          }
                        })
                .with(more));
  }

  /** Removes what a drill left behind that was broken off with the process. */
  public void clear() throws IOException {
    Drill.clear(folder);
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T failing(Work<T> work) throws BackupFailedException {
    try {
      return work.run();
    } catch (IOException e) {
      throw BackupFailedException.of(e);
    }
  }
}
