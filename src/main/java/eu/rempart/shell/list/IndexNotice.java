package eu.rempart.shell.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a list's notice on the index up to date while the index is being built. */
public final class IndexNotice {

  private static final int EVERY_MILLIS = 1_000;

  private final Supplier<OptionalInt> percent;
  private final RecordGrid<?> grid;
  private @Nullable Registration polling;

  /** Asks once a second how much is built, until all is, and never afterwards. */
  public IndexNotice(Supplier<OptionalInt> percent, RecordGrid<?> grid) {
    this.percent = percent;
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
    OptionalInt now = percent.get();
    grid.setIndexing(now);
    return now.isEmpty();
  }
}
