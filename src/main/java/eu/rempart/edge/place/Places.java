package eu.rempart.edge.place;

import eu.rempart.edge.place.UnusablePlacesException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places in use: those of the operator's file where there is a good one, else the bundled ones.
 * A file that goes bad changes nothing; a good one replaces the former at once. Thread safe, and a
 * look-up neither waits nor allocates.
 */
public final class Places {

  private static final Logger log = LoggerFactory.getLogger(Places.class);
  private static final long LARGEST = 1L << 30;

  /** When and how large a file was, to notice another one in its place. */
  private record Mark(Instant changed, long size, @Nullable Object key) {}

  private final @Nullable Path file;
  private volatile PlaceTable table = PlaceTable.EMPTY;
  private volatile PlaceStatus status = new PlaceStatus(false, null, null, 0, null);
  private volatile CompletableFuture<Void> loading = CompletableFuture.completedFuture(null);
  private @Nullable Mark seen;

  private Places(@Nullable Path file) {
    this.file = file;
  }

  /**
   * Reads the places; a large file of an operator's own takes seconds.
   *
   * @param file the operator's own; null for the bundled one
   */
  public static Places open(@Nullable Path file) {
    var places = new Places(file);
    places.load();
    return places;
  }

  /**
   * As {@link #open}, on another thread; until {@link #await} returns no place may be known. A
   * start of the application has other things to do meanwhile.
   */
  static Places opening(@Nullable Path file) {
    var places = new Places(file);
    places.loading = CompletableFuture.runAsync(places::load);
    return places;
  }

  /**
   * Waits until the places are read.
   *
   * @throws RuntimeException if the bundled ones could not be
   */
  void await() {
    loading.join();
  }

  /** The {@link Place#index} of an address as {@link eu.rempart.tls.gate.Source} writes it. */
  public int of(long high, long low) {
    return table.of(high, low);
  }

  /** The places as they are now; another table once they change. */
  public PlaceTable table() {
    return table;
  }

  public PlaceStatus status() {
    return status;
  }

  private void load() {
    refresh();
    if (status.type() == null) {
      use(BundledPlaces.read(), false);
    }
  }

  /** Reads the operator's file again if it is another one than the last time. */
  public synchronized void refresh() {
    if (file == null) {
      return;
    }
    try {
      Mark mark = mark(file);
      if (!mark.equals(seen)) {
        byte[] content = content(file, mark);
        seen = mark;
        use(PlaceFile.read(content, true), true);
      }
    } catch (UnusablePlacesException e) {
      if (e.fault() == Fault.MISSING) {
        seen = null; // the same file may come back, and its fault is over then
      }
      tell(e.fault());
    }
  }

  private void use(PlaceFile read, boolean own) {
    table = read.table();
    String problem = own ? null : status.problem();
    status = new PlaceStatus(own, read.type(), read.built(), read.table().ranges(), problem);
    log.info("places: {} of {}, {} ranges", read.type(), read.built(), read.table().ranges());
  }

  private void tell(Fault fault) {
    PlaceStatus now = status;
    if (!fault.code().equals(now.problem())) {
      log.warn(
          "The file of places {} is not used, because {} ({}). The former places stay in use;"
              + " put a GeoLite2, GeoIP2 or DB-IP file of countries or cities there, whole, and it"
              + " is taken within a minute.",
          file,
          fault.words(),
          fault.code());
    }
    status = new PlaceStatus(now.own(), now.type(), now.built(), now.ranges(), fault.code());
  }

  private static Mark mark(Path file) {
    try {
      var facts = Files.readAttributes(file, BasicFileAttributes.class);
      return new Mark(facts.lastModifiedTime().toInstant(), facts.size(), facts.fileKey());
    } catch (IOException e) {
      throw new UnusablePlacesException(Fault.MISSING, e);
    }
  }

  private static byte[] content(Path file, Mark mark) {
    if (mark.size() > LARGEST) {
      throw new UnusablePlacesException(Fault.TOO_LARGE, null);
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnusablePlacesException(Fault.MISSING, e);
    }
  }
}
