package eu.rempart.archive.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.archive.ArchiveService;
import eu.rempart.archive.Restored;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Notices;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings back what was archived a moment ago; says so where somebody else did in between. */
@Component
class BinWayBack implements WayBack {

  private final ArchiveService archive;

  BinWayBack(ArchiveService archive) {
    this.archive = archive;
  }

  @Override
  public void offer(String said, UUID change, Runnable undone) {
    Notices.success(
        said,
        () -> {
          if (!(archive.undo(change) instanceof Restored.Done(var records)) || records == 0) {
            Notices.error(t("archive.restore.gone"));
          }
          undone.run();
        });
  }
}
