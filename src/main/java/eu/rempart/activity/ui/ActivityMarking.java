package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Notices;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says that activities are done, or moves them to the bin, and offers to take that back. */
@Component
final class ActivityMarking {

  private final ActivityService activities;
  private final SeriesService series;
  private final WayBack back;

  ActivityMarking(ActivityService activities, SeriesService series, WayBack back) {
    this.activities = activities;
    this.series = series;
    this.back = back;
  }

  /**
   * Whether somebody may say of an activity that it is done.
   *
   * @param owner whose it is; null for nobody's
   */
  static boolean may(CurrentMember member, @Nullable UUID owner) {
    return member.may(Right.WRITE_RECORDS, "activity", owner)
        && !member.rights().fixed("activity").contains(ActivityField.STATUS.column());
  }

  /** Marks at once; calls back when it is done, and when it was taken back. */
  void mark(List<ActivityId> ids, ActivityStatus status, Runnable changed) {
    UUID change = series.mark(ids, status);
    changed.run();
    String said =
        switch (status) {
          case DONE -> t("activity.done", ids.size());
          case OPEN -> t("activity.reopened", ids.size());
          case CANCELLED -> t("activity.cancelled", ids.size());
        };
    Notices.success(
        said,
        () -> {
          activities.undo(change, ids);
          changed.run();
        });
  }

  /**
   * Archives at once.
   *
   * @param done called when it is done
   * @param undone called when it was taken back
   */
  void archive(List<ActivityId> ids, Runnable done, Runnable undone) {
    UUID change = activities.archive(ids);
    done.run();
    back.offer(
        t("activity.archived", ids.size()),
        change,
        () -> {
          activities.cameBack(ids);
          undone.run();
        });
  }
}
