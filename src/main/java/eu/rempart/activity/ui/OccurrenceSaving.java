package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.series.FollowingService;
import eu.rempart.activity.series.OthersOccurrencesException;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.ui.field.SeriesQuestion;
import eu.rempart.activity.ui.field.SeriesQuestion.Which;
import eu.rempart.activity.value.When;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.shell.part.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Keeps what somebody typed of one occurrence, for as many of its series as they say. */
@Component
final class OccurrenceSaving {

  private final ActivityService activities;
  private final SeriesService series;
  private final FollowingService following;

  OccurrenceSaving(ActivityService activities, SeriesService series, FollowingService following) {
    this.activities = activities;
    this.series = series;
    this.following = following;
  }

  /**
   * Asks which it is for, and does it.
   *
   * @param of where the series has the occurrence
   * @param done told what to say, and the change by which it can be undone
   * @param refused told of a value that can't be kept
   */
  void save(
      ActivityId id,
      When of,
      UnaryOperator<ActivityData> change,
      BiConsumer<String, UUID> done,
      Consumer<InvalidFieldException> refused) {
    List<Which> offered = new ArrayList<>(List.of(Which.ONE));
    if (following.canChangeFrom(id, of, change)) {
      offered.add(Which.FOLLOWING);
    }
    if (following.canChangeAll(id, of, change)) {
      offered.add(Which.ALL);
    }
    SeriesQuestion.ask(
        t("activity.save"),
        offered,
        offered.size() == Which.values().length ? "" : t("activity.calendar.rule"),
        which -> {
          try {
            change(which, id, of, change)
                .ifPresentOrElse(
                    undo ->
                        done.accept(
                            which == Which.ONE
                                ? t("activity.saved.one")
                                : t("activity.saved.several"),
                            undo),
                    () -> Notices.error(t("activity.saved.one.gone")));
          } catch (InvalidFieldException e) {
            refused.accept(e);
          } catch (OthersOccurrencesException _) {
            Notices.error(t("activity.calendar.others"));
          }
        });
  }

  /**
   * Keeps it for the occurrence at which an activity stands.
   *
   * @param known as it was when the form was opened
   * @param whole saves the activity itself: the last one of its series stands for itself
   * @param done as in {@link #save}
   * @param refused as there
   */
  void saveNext(
      Activity known,
      UnaryOperator<ActivityData> change,
      Runnable whole,
      BiConsumer<String, UUID> done,
      Consumer<InvalidFieldException> refused) {
    try {
      UUID undo = series.change(known.id(), Objects.requireNonNull(known.data().when()), change);
      if (undo != null) {
        done.accept(t("activity.saved.one"), undo);
      } else if (activities
          .find(known.id())
          .filter(now -> now.version() == known.version())
          .isPresent()) {
        whole.run();
      } else {
        Notices.error(t("activity.saved.one.gone"));
      }
    } catch (InvalidFieldException e) {
      refused.accept(e);
    }
  }

  private Optional<UUID> change(
      Which which, ActivityId id, When of, UnaryOperator<ActivityData> change) {
    return switch (which) {
      case ONE -> Optional.ofNullable(series.change(id, of, change));
      case FOLLOWING -> following.changeFrom(id, of, change);
      case ALL -> following.changeAll(id, of, change);
    };
  }
}
