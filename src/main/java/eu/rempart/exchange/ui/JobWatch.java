package eu.rempart.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import eu.rempart.exchange.run.ImportJob;
import java.util.function.Consumer;

/** Keeps a part of the screen up to date with a job, for as long as it is shown. */
final class JobWatch {

  private JobWatch() {}

  /**
   * Calls {@code show} in the UI's own thread: now, at news, and at the end. To be called while the
   * owner is attached or about to be; a job goes on without anybody watching.
   */
  static void watch(Component owner, ImportJob job, Consumer<ImportJob> show) {
    show.accept(job);
    owner.addAttachListener(event -> begin(owner, event.getUI(), job, show));
    owner.getUI().ifPresent(ui -> begin(owner, ui, job, show));
  }

  private static void begin(Component owner, UI ui, ImportJob job, Consumer<ImportJob> show) {
    Runnable stop = job.onNews(() -> tell(ui, () -> show.accept(job)));
    owner.addDetachListener(
        event -> {
          event.unregisterListener();
          stop.run();
        });
    show.accept(job);
  }

  private static void tell(UI ui, Runnable work) {
    try {
      var _ = ui.access(work::run);
    } catch (UIDetachedException e) {
      // closed in this moment: nobody to tell
    }
  }
}
