package eu.rempart.deal.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftService;
import eu.rempart.draft.ui.Begun;
import eu.rempart.draft.ui.Unfinished;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about a deal and did not save. */
@Component
public final class DealUnfinished extends Unfinished<Deal, DealData> {

  DealUnfinished(DraftService drafts, CurrentMember member) {
    super(
        "deal",
        DealData.class,
        new Sentences("deal.draft.new", "deal.draft.changes"),
        drafts,
        member);
  }

  @Override
  protected Begun<DealData> begin(@Nullable Deal of) {
    return of == null
        ? Begun.empty(DealData.EMPTY)
        : new Begun<>(of.id().value(), of.version(), of.data());
  }

  @Override
  protected Deal before(Deal now, Draft<DealData> draft) {
    return new Deal(
        now.id(),
        draft.version(),
        draft.before(),
        now.standing(),
        now.unopenable(),
        now.created(),
        now.changed());
  }
}
