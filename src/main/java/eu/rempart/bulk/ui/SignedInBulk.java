package eu.rempart.bulk.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkOrder;
import eu.rempart.bulk.BulkService;
import eu.rempart.bulk.BulkState;
import eu.rempart.shell.bulk.BulkChanges;
import eu.rempart.shell.bulk.BulkWork;
import eu.rempart.shell.bulk.CountedStep;
import eu.rempart.shell.part.Notices;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Bulk changes from the lists of records, with their progress and the way back. */
@Component
class SignedInBulk implements BulkChanges {

  private final BulkService bulk;

  SignedInBulk(BulkService bulk) {
    this.bulk = bulk;
  }

  @Override
  public void start(BulkWork work, Runnable changed) {
    BulkJob job =
        bulk.start(
            new BulkOrder(
                work.kind(),
                work.what(),
                work.field(),
                work.total(),
                work.ids(),
                work.step()::applyAsInt,
                work.seen()::accept));
    JobDialog.of(BulkTexts.title(work.what()), job, true, ended -> end(ended, work, changed))
        .open();
  }

  private void end(BulkJob job, BulkWork work, Runnable changed) {
    switch (job.state()) {
      case DONE -> {
        changed.run();
        Notices.success(done(job, work), () -> undo(job.id(), job.ids(), work, changed));
      }
      case CANCELLED -> Notices.info(t("bulk.cancelled"));
      case RUNNING, FAILED, INTERRUPTED, UNDONE ->
          Notices.error(
              job.outdated()
                  ? t("bulk.outdated")
                  : job.refused() ? t("bulk.refused") : t("bulk.failed"));
    }
  }

  private static String done(BulkJob job, BulkWork work) {
    int left = job.done() - job.changed();
    return work.step() instanceof CountedStep counted
        ? BulkTexts.done(work.what(), job.changed(), left, counted.same())
        : BulkTexts.done(work.what(), job.changed(), left);
  }

  private void undo(UUID id, List<UUID> ids, BulkWork work, Runnable changed) {
    BulkJob job = bulk.undo(id, () -> work.seen().accept(ids));
    JobDialog.of(
            t("bulk.undoing"),
            job,
            false,
            ended -> {
              tell(ended);
              changed.run();
            })
        .open();
  }

  /** Says what became of an undoing. */
  static void tell(BulkJob ended) {
    if (ended.state() == BulkState.UNDONE) {
      ended
          .undone()
          .ifPresent(
              undone -> Notices.success(t("bulk.undone", undone.putBack(), undone.leftAlone())));
    } else {
      Notices.error(t("bulk.undo.failed"));
    }
  }
}
