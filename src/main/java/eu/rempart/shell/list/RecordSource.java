package eu.rempart.shell.list;

import java.util.List;

/** Where a list reads its records from; implemented by the view over its room's service. */
public interface RecordSource<T> {

  /** The records of one page, sorted; fewer than the limit only at the end. */
  List<T> page(RecordQuery query);

  /** How many records there are for what is typed into the search field. */
  RecordCount count(String search);
}
