package eu.rempart.activity.ui;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.common.SaveResult;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.part.ConflictDialog.Choice;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Lets a person decide, field by field, where somebody else saved the same activity meanwhile. */
final class ActivityConflict {

  private final String who;
  private final BiFunction<ActivityField, ActivityData, String> words;

  /**
   * For one activity.
   *
   * @param who saved it; may be empty
   * @param words what a field holds
   */
  ActivityConflict(String who, BiFunction<ActivityField, ActivityData, String> words) {
    this.who = who;
    this.words = words;
  }

  /**
   * Goes on at once where both changed other things; else once the person chose.
   *
   * @param before what the person began with
   * @param then is told the fields that are to be as the person wants them, and what these hold
   */
  void resolve(
      SaveResult.Stale<Activity, ActivityField> stale,
      ActivityData before,
      ActivityData typed,
      BiConsumer<Set<ActivityField>, ActivityData> then) {
    ActivityData theirs = stale.current().data();
    Set<ActivityField> own = ActivityField.changed(before, typed);
    ActivityData mine =
        typed.toBuilder().custom(typed.custom().over(before.custom(), theirs.custom())).build();
    Set<ActivityField> both = EnumSet.noneOf(ActivityField.class);
    both.addAll(stale.both());
    if (!typed.custom().meets(before.custom(), theirs.custom())) {
      both.remove(ActivityField.CUSTOM);
    }
    if (both.isEmpty()) {
      then.accept(own, mine);
      return;
    }
    Set<ActivityField> kept = EnumSet.noneOf(ActivityField.class);
    kept.addAll(stale.theirs());
    kept.removeAll(own);
    new ConflictDialog<ActivityField>(
            who,
            both.stream().map(field -> choice(field, mine, theirs)).toList(),
            kept.stream().map(ActivityTexts::label).toList(),
            chosen -> {
              Set<ActivityField> winning = EnumSet.copyOf(own);
              winning.removeIf(field -> both.contains(field) && !chosen.contains(field));
              then.accept(winning, mine);
            })
        .open();
  }

  private Choice<ActivityField> choice(
      ActivityField field, ActivityData mine, ActivityData theirs) {
    return new Choice<>(
        field, ActivityTexts.label(field), words.apply(field, mine), words.apply(field, theirs));
  }
}
