package eu.rempart.activity.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.activity.Activity;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftService;
import eu.rempart.draft.ui.Begun;
import eu.rempart.draft.ui.Unfinished;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about an activity and did not save. */
@Component
final class ActivityUnfinished extends Unfinished<Activity, ActivityTyped> {

  private final CurrentMember member;

  ActivityUnfinished(DraftService drafts, CurrentMember member) {
    super(
        "activity",
        ActivityTyped.class,
        new Sentences("activity.draft.new", "activity.draft.changes"),
        drafts,
        member);
    this.member = member;
  }

  @Override
  protected boolean mayGoOn() {
    return member.may(Right.WRITE_RECORDS, "activity");
  }

  @Override
  protected Begun<ActivityTyped> begin(@Nullable Activity of) {
    return of == null
        ? Begun.empty(ActivityTyped.EMPTY)
        : new Begun<>(of.id().value(), of.version(), new ActivityTyped(of.data(), of.links()));
  }

  @Override
  protected Activity before(Activity now, Draft<ActivityTyped> draft) {
    return new Activity(
        now.id(),
        draft.version(),
        draft.before().data(),
        draft.before().links(),
        now.done(),
        now.of(),
        now.unopenable(),
        now.created(),
        now.changed());
  }
}
