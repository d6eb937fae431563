package eu.rempart.history.ui;

import com.vaadin.flow.component.dialog.Dialog;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.history.Viewer;
import eu.rempart.shell.custom.CustomFields;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes the history panel of any record, for the details views of the business rooms. */
@Component
public class HistoryPanels {

  private final HistoryService history;
  private final RecordKinds kinds;
  private final Viewer viewer;
  private final CustomFields custom;

  HistoryPanels(HistoryService history, RecordKinds kinds, Viewer viewer, CustomFields custom) {
    this.history = history;
    this.kinds = kinds;
    this.viewer = viewer;
    this.custom = custom;
  }

  /**
   * A panel, filled at once.
   *
   * @param changed called after a value was put back, so that the view can read the record anew
   */
  public HistoryPanel of(RecordRef record, Runnable changed) {
    return new HistoryPanel(history, kinds, viewer, custom, record, changed);
  }

  /**
   * A look at a record as it was at an instant, such as the one before it was archived; changes
   * nothing.
   *
   * @param title what the record is called
   */
  public Dialog asItWas(RecordRef record, String title, Instant when) {
    return new AsOfDialog(history, kinds, record, custom.book(), title, when);
  }
}
