package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.shell.part.DraftNotice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about a deal and did not save. */
@Component
final class DealUnfinished {

  private final DraftService drafts;
  private final CurrentMember member;

  DealUnfinished(DraftService drafts, CurrentMember member) {
    this.drafts = drafts;
    this.member = member;
  }

  private static DraftKey key(@Nullable Deal of) {
    return new DraftKey("deal", of == null ? null : of.id().value());
  }

  /** What is left of a form; null stands for the form of a new deal. */
  Optional<Draft<DealData>> of(@Nullable Deal of) {
    return drafts.find(key(of), DealData.class);
  }

  /** The deal as the member saw it on beginning, so that what others saved since is noticed. */
  @Nullable Deal asItWas(@Nullable Deal now, Optional<Draft<DealData>> draft) {
    return now == null || draft.isEmpty()
        ? now
        : new Deal(
            now.id(),
            draft.get().version(),
            draft.get().before(),
            now.standing(),
            now.unopenable(),
            now.created(),
            now.changed());
  }

  void keep(@Nullable Deal of, DealData typed, boolean changed) {
    if (changed) {
      drafts.keep(
          key(of), of == null ? 0 : of.version(), of == null ? DealData.EMPTY : of.data(), typed);
    } else {
      drafts.drop(key(of));
    }
  }

  void drop(@Nullable Deal of) {
    drafts.drop(key(of));
  }

  /** Tells of it on a page, for those who may go on with it. */
  Optional<DraftNotice> notice(@Nullable Deal of, Runnable goOn) {
    if (!member.may(Right.WRITE_RECORDS, "deal")) {
      return Optional.empty();
    }
    return of(of)
        .map(
            draft ->
                new DraftNotice(
                    of == null ? t("deal.draft.new") : t("deal.draft.changes"),
                    draft.at(),
                    goOn,
                    () -> drop(of)));
  }
}
