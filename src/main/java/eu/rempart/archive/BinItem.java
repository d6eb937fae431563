package eu.rempart.archive;

import eu.rempart.history.RecordRef;

/** One row that would come back. */
public record BinItem(RecordRef record, String name) {

  /** Says nothing of the name: it is customer data. */
  @Override
  public String toString() {
    return "BinItem[%s]".formatted(record);
  }
}
