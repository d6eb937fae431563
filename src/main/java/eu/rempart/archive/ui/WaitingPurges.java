package eu.rempart.archive.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.archive.Purge;
import eu.rempart.archive.PurgeService;
import eu.rempart.history.HistoryService;
import eu.rempart.history.Viewer;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import java.util.Set;

/** What will be removed for good, when, and who asked; administrators can stop it. */
final class WaitingPurges extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient PurgeService purges;
  private final transient HistoryService history;
  private final transient Viewer viewer;
  private final transient Runnable stopped;

  WaitingPurges(PurgeService purges, HistoryService history, Viewer viewer, Runnable stopped) {
    this.purges = purges;
    this.history = history;
    this.viewer = viewer;
    this.stopped = stopped;
    getContent().addClassName("bin-waiting");
  }

  void refresh() {
    getContent().removeAll();
    for (Purge purge : purges.waiting()) {
      String who =
          history
              .memberNames(Set.of(purge.requestedBy()))
              .getOrDefault(purge.requestedBy(), t("history.actor.unknown"));
      Div line =
          new Div(
              new Span(
                  t("archive.waiting", Formats.dateTime(purge.dueAt()), purge.entries(), who)));
      if (viewer.may(Viewer.Act.PURGE)) {
        line.add(new Button(t("archive.waiting.stop"), _ -> stop(purge)));
      }
      getContent().add(line);
    }
    if (viewer.may(Viewer.Act.PURGE)) {
      purges
          .pendingDelay()
          .ifPresent(later -> getContent().add(new Div(new Span(EmptyBinDialog.pending(later)))));
    }
    setVisible(getContent().getComponentCount() > 0);
  }

  private void stop(Purge purge) {
    if (purges.stop(purge.id())) {
      Notices.success(t("archive.waiting.stopped"));
    } else {
      Notices.error(t("archive.waiting.late"));
    }
    stopped.run();
  }
}
