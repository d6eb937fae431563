package eu.rempart.shell.list;

import java.util.List;
import java.util.UUID;

/** A way to take records out of a list, offered as a step on the selected ones. */
public interface ListExport {

  /** The kind of the records: the name of their table. */
  String kind();

  /** Key of the step's name. */
  String labelKey();

  /** Begins the download, in the UI thread; checks the right to export itself. */
  void start(List<UUID> ids);
}
