package eu.rempart.history.ui;

import eu.rempart.history.HistoryService;
import eu.rempart.history.TestKinds;
import eu.rempart.history.Viewer;
import eu.rempart.shell.custom.NoCustomFields;

/** The history panels of a test without Spring. */
public final class TestHistoryPanels {

  private TestHistoryPanels() {}

  public static HistoryPanels of(HistoryService history, Viewer viewer) {
    return new HistoryPanels(history, TestKinds.all(), viewer, new NoCustomFields());
  }
}
