package eu.rempart.shell.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import eu.rempart.search.IndexState;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a list's notice on the index up to date while the index is being built. */
public final class IndexNotice {

  private static final int EVERY_MILLIS = 1_000;

  private final Supplier<IndexState> state;
  private final RecordGrid<?> grid;
  private @Nullable Registration polling;

  /** Asks the state once a second as long as it is not ready, and never afterwards. */
  public IndexNotice(Supplier<IndexState> state, RecordGrid<?> grid) {
    this.state = state;
    this.grid = grid;
  }

  /** Begins to watch, if there is something to watch. */
  public void watch(UI ui) {
    if (show()) {
      return;
    }
    ui.setPollInterval(EVERY_MILLIS);
    polling =
        ui.addPollListener(
            _ -> {
              if (show()) {
                stop();
                ui.setPollInterval(-1);
                grid.refresh();
              }
            });
  }

  /** Watches no longer. */
  public void stop() {
    if (polling != null) {
      polling.remove();
      polling = null;
    }
  }

  private boolean show() {
    IndexState now = state.get();
    grid.setIndexing(
        switch (now) {
          case IndexState.Ready _ -> null;
          case IndexState.Empty _ -> 0;
          case IndexState.Building building -> (int) (100 * building.fraction());
        });
    return now.ready();
  }
}
