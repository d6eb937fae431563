package eu.rempart.alert.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import eu.rempart.account.NotPermittedException;
import eu.rempart.alert.incident.IncidentService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what tells of incidents up to date, for as long as it is shown. */
final class Live {

  private static final Logger log = LoggerFactory.getLogger(Live.class);

  private Live() {}

  /** Runs {@code show} in the UI's own thread at each piece of news. */
  static void keep(Component owner, IncidentService incidents, Runnable show) {
    owner.addAttachListener(
        attach -> {
          UI ui = attach.getUI();
          Runnable stop = incidents.onChange(() -> tell(ui, show));
          owner.addDetachListener(
              detach -> {
                detach.unregisterListener();
                stop.run();
              });
        });
  }

  private static void tell(UI ui, Runnable show) {
    try {
      var _ = ui.access(() -> showIfPermitted(show));
    } catch (UIDetachedException e) {
      log.debug("the page was closed in this moment");
    }
  }

  private static void showIfPermitted(Runnable show) {
    try {
      show.run();
    } catch (NotPermittedException e) {
      log.debug("whoever looked has signed out in this moment: the page leaves by itself");
    }
  }
}
