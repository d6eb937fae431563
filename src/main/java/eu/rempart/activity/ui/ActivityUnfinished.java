package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.activity.Activity;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.shell.part.DraftNotice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about an activity and did not save. */
@Component
final class ActivityUnfinished {

  private final DraftService drafts;
  private final CurrentMember member;

  ActivityUnfinished(DraftService drafts, CurrentMember member) {
    this.drafts = drafts;
    this.member = member;
  }

  private static DraftKey key(@Nullable Activity of) {
    return new DraftKey("activity", of == null ? null : of.id().value());
  }

  /** What is left of a form; null stands for the form of a new activity. */
  Optional<Draft<ActivityTyped>> of(@Nullable Activity of) {
    return drafts.find(key(of), ActivityTyped.class);
  }

  /** The activity as the member saw it on beginning, so that what others saved is noticed. */
  @Nullable Activity asItWas(@Nullable Activity now, Optional<Draft<ActivityTyped>> draft) {
    return now == null || draft.isEmpty()
        ? now
        : new Activity(
            now.id(),
            draft.get().version(),
            draft.get().before().data(),
            draft.get().before().links(),
            now.done(),
            now.of(),
            now.unopenable(),
            now.created(),
            now.changed());
  }

  /**
   * Keeps what is typed.
   *
   * @param before what the form showed at first
   */
  void keep(@Nullable Activity of, ActivityTyped before, ActivityTyped typed, boolean changed) {
    if (changed) {
      drafts.keep(key(of), of == null ? 0 : of.version(), before, typed);
    } else {
      drafts.drop(key(of));
    }
  }

  void drop(@Nullable Activity of) {
    drafts.drop(key(of));
  }

  /** Tells of it on a page, for those who may go on with it. */
  Optional<DraftNotice> notice(@Nullable Activity of, Runnable goOn) {
    if (!member.may(Right.WRITE_RECORDS)) {
      return Optional.empty();
    }
    return of(of)
        .map(
            draft ->
                new DraftNotice(
                    of == null ? t("activity.draft.new") : t("activity.draft.changes"),
                    draft.at(),
                    goOn,
                    () -> drop(of)));
  }
}
