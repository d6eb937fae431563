package eu.rempart.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;
import eu.rempart.shell.GlobalSearch.Hit;
import java.util.List;

/** The records that the member marked, and those that they looked at last. */
public interface Bookmarks {

  /**
   * Those that were marked, the latest first.
   *
   * @param limit most records, 1 or more
   */
  List<Hit> favourites(int limit);

  /**
   * Those that were looked at, the latest first.
   *
   * @param limit most records, 1 to 50
   */
  List<Hit> recent(int limit);

  /** Told to a UI when its member marked a record, or took a mark away. */
  final class Changed extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    public Changed(UI ui) {
      super(ui, false);
    }
  }
}
