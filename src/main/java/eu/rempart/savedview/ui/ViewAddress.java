package eu.rempart.savedview.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.savedview.SavedView;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.SearchMemo;
import eu.rempart.shell.view.ListState;
import eu.rempart.shell.view.ViewPlace;
import org.jspecify.annotations.Nullable;

/** What the address says of the view of a list. */
final class ViewAddress {

  private ViewAddress() {}

  /**
   * Lets the address say what is shown, so that whoever opens a record and comes back finds it so.
   *
   * @param view that is shown as it is kept; null where the list shows something else
   */
  static void say(ListState state, @Nullable SavedView view) {
    UI ui = UI.getCurrent();
    QueryParameters said =
        view == null
            ? state.parameters(SearchMemo.current())
            : QueryParameters.of(ViewPlace.VIEW, view.id().toString());
    ListPlace.say(new Location(ui.getActiveViewLocation().getPath(), said));
  }
}
