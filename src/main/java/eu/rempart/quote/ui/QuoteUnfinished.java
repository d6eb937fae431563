package eu.rempart.quote.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftService;
import eu.rempart.draft.ui.Begun;
import eu.rempart.draft.ui.Unfinished;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write in a quote and did not save. */
@Component
final class QuoteUnfinished extends Unfinished<Quote, QuoteData> {

  QuoteUnfinished(DraftService drafts, CurrentMember member) {
    super(
        "quote",
        QuoteData.class,
        new Sentences("quote.draft.new", "quote.draft.changes"),
        drafts,
        member);
  }

  @Override
  protected Begun<QuoteData> begin(@Nullable Quote of) {
    return of == null
        ? Begun.empty(QuoteData.EMPTY)
        : new Begun<>(of.id().value(), of.version(), of.data());
  }

  @Override
  protected Quote before(Quote now, Draft<QuoteData> draft) {
    return new Quote(
        now.id(),
        draft.version(),
        draft.before(),
        now.standing(),
        now.unopenable(),
        now.created(),
        now.changed());
  }
}
