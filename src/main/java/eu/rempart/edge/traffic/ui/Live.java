package eu.rempart.edge.traffic.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import eu.rempart.account.NotPermittedException;
import java.util.function.Function;

/** Keeps a part of the screen up to date, for as long as it is shown. */
final class Live {

  private Live() {}

  /**
   * Runs {@code show} in the UI's own thread at each piece of news.
   *
   * @param subscribe takes what is to be called at news, and answers how to stop that
   */
  static void keep(Component owner, Function<Runnable, Runnable> subscribe, Runnable show) {
    owner.addAttachListener(
        attach -> {
          UI ui = attach.getUI();
          Runnable stop = subscribe.apply(() -> tell(ui, () -> showIfPermitted(show)));
          owner.addDetachListener(
              detach -> {
                detach.unregisterListener();
                stop.run();
              });
        });
  }

  private static void showIfPermitted(Runnable show) {
    try {
      show.run();
    } catch (NotPermittedException e) {
      // whoever looked has signed out in this moment, or lost the right: the page leaves by itself
    }
  }

  private static void tell(UI ui, Runnable work) {
    try {
      var _ = ui.access(work::run);
    } catch (UIDetachedException e) {
      // closed in this moment: nobody to tell
    }
  }
}
