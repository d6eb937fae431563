package eu.rempart.exchange.csv;

import eu.rempart.exchange.value.Place;

/** Puts what a cell says where it belongs. */
@FunctionalInterface
interface ColumnReader {

  /** Reads a cell that isn't blank, stripped. */
  void read(String value, Place place, RowState state);
}
