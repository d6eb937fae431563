package eu.rempart.exchange.csv.writing;

import java.util.List;

/** How the cells of a column are written, as far as they prove it. */
public sealed interface ColumnWriting permits NumberWriting, DateWriting {

  /** The first cell that could be read in two ways; empty where none could. */
  String open();

  /** Whether a person must say what {@link #open} means: the cells prove nothing, or both. */
  boolean isOpen();

  /** The two ways in which {@link #open} could be read. */
  List<CellReading> choices();
}
