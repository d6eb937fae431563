package eu.rempart.activity.calendar.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.calendar.CalendarEntry;
import eu.rempart.activity.series.FollowingService;
import eu.rempart.activity.series.OthersOccurrencesException;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.ui.field.SeriesQuestion;
import eu.rempart.activity.ui.field.SeriesQuestion.Which;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.shell.part.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Moves activities in time; of a recurring one as many occurrences as somebody says. */
@Component
final class CalendarMoving {

  private final ActivityService activities;
  private final SeriesService series;
  private final FollowingService following;

  CalendarMoving(ActivityService activities, SeriesService series, FollowingService following) {
    this.activities = activities;
    this.series = series;
    this.following = following;
  }

  /**
   * Moves at once.
   *
   * @param change puts it to its new time
   * @param done called whatever came of it: the screen reads anew
   */
  void move(CalendarEntry entry, UnaryOperator<ActivityData> change, Runnable done) {
    try {
      Optional<Activity> found = activities.find(entry.row().id());
      if (found.isEmpty()) {
        Notices.error(t("activity.calendar.gone"));
      } else if (found.get().data().recurrence() != null) {
        ask(entry, found.get(), change, done);
      } else {
        single(entry, found.get(), change);
      }
    } catch (InvalidFieldException _) {
      Notices.error(t("activity.calendar.refused"));
    }
    done.run();
  }

  private void single(CalendarEntry entry, Activity activity, UnaryOperator<ActivityData> change) {
    SaveResult<Activity, ActivityField> result =
        activities.save(
            activity.id(),
            entry.row().version(),
            activity.data(),
            change.apply(activity.data()),
            null);
    switch (result) {
      case SaveResult.Saved<Activity, ActivityField> _ ->
          Notices.success(t("activity.calendar.moved"));
      case SaveResult.Stale<Activity, ActivityField> _ ->
          Notices.error(t("activity.calendar.stale"));
      case SaveResult.Gone<Activity, ActivityField> _ -> Notices.error(t("activity.calendar.gone"));
    }
  }

  /** Of a recurring one is asked which it is for; until then nothing moves. */
  private void ask(
      CalendarEntry entry, Activity whole, UnaryOperator<ActivityData> change, Runnable done) {
    List<Which> offered = new ArrayList<>(List.of(Which.ONE));
    boolean from = following.canChangeFrom(whole.id(), entry.when(), change);
    boolean all = following.canChangeAll(whole.id(), entry.when(), change);
    if (entry.isComing() && from) {
      offered.add(Which.FOLLOWING);
    }
    if (all) {
      offered.add(Which.ALL);
    }
    SeriesQuestion.ask(
        t("activity.series.move"),
        offered,
        from && all ? "" : t("activity.calendar.rule"),
        which -> {
          try {
            switch (which) {
              case ONE -> occurrence(entry, whole, change, done);
              case FOLLOWING ->
                  several(entry, following.changeFrom(whole.id(), entry.when(), change), done);
              case ALL ->
                  several(entry, following.changeAll(whole.id(), entry.when(), change), done);
            }
          } catch (InvalidFieldException _) {
            Notices.error(t("activity.calendar.refused"));
          } catch (OthersOccurrencesException _) {
            Notices.error(t("activity.calendar.others"));
          }
          done.run();
        });
  }

  private void several(CalendarEntry entry, Optional<UUID> undo, Runnable done) {
    undo.ifPresentOrElse(
        change -> moved(entry, change, t("activity.calendar.moved.several"), done),
        () -> Notices.error(t("activity.calendar.rule")));
  }

  private void occurrence(
      CalendarEntry entry, Activity whole, UnaryOperator<ActivityData> change, Runnable done) {
    UUID undo = series.change(entry.row().id(), entry.when(), change);
    if (undo == null) {
      if (entry.isComing()) {
        Notices.error(t("activity.calendar.stale"));
      } else {
        single(entry, whole, change); // the last one of its series stands for itself
      }
      return;
    }
    moved(entry, undo, t("activity.calendar.moved.one"), done);
  }

  private void moved(CalendarEntry entry, UUID undo, String said, Runnable done) {
    Notices.success(
        said,
        () -> {
          activities.undo(undo, List.of(entry.row().id()));
          done.run();
        });
  }
}
