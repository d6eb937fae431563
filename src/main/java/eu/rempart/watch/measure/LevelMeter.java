package eu.rempart.watch.measure;

import eu.rempart.watch.check.Level;
import java.io.IOException;

/** Reads one level of this server; a bean. */
public interface LevelMeter {

  Level level();

  /**
   * What it is now, in what {@link Level} says.
   *
   * @throws IOException if it can't be told
   */
  long read() throws IOException;
}
