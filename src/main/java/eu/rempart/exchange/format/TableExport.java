package eu.rempart.exchange.format;

import java.io.Closeable;
import java.util.List;

/** A table that is written row by row. Closing it ends it, and closes what it is written to. */
public interface TableExport extends Closeable {

  /** Writes a row. */
  void row(List<String> cells);
}
