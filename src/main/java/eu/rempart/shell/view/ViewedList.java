package eu.rempart.shell.view;

import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.RecordCount;
import java.util.List;

/** A list whose state can be kept and shown again. */
public interface ViewedList {

  /** What it shows now. */
  ListState state();

  /** Shows this. */
  void show(ListState state);

  /** What conditions can be about. */
  List<ListField> fields();

  /** Calls back whenever it is read anew: records, or what is looked for, may have changed. */
  void onChange(Runnable listener);

  /** How many records it would find if this were asked for besides what it shows. */
  RecordCount count(Rule further);
}
