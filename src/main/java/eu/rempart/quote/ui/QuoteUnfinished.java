package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.shell.part.DraftNotice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write in a quote and did not save. */
@Component
final class QuoteUnfinished {

  private final DraftService drafts;
  private final CurrentMember member;

  QuoteUnfinished(DraftService drafts, CurrentMember member) {
    this.drafts = drafts;
    this.member = member;
  }

  private static DraftKey key(@Nullable Quote of) {
    return new DraftKey("quote", of == null ? null : of.id().value());
  }

  /** What is left of a form; null stands for the form of a new quote. */
  Optional<Draft<QuoteData>> of(@Nullable Quote of) {
    return drafts.find(key(of), QuoteData.class);
  }

  /** The quote as the member saw it on beginning, so that what others saved since is noticed. */
  @Nullable Quote asItWas(@Nullable Quote now, Optional<Draft<QuoteData>> draft) {
    return now == null || draft.isEmpty()
        ? now
        : new Quote(
            now.id(),
            draft.get().version(),
            draft.get().before(),
            now.standing(),
            now.unopenable(),
            now.created(),
            now.changed());
  }

  void keep(@Nullable Quote of, QuoteData typed, boolean changed) {
    if (changed) {
      drafts.keep(
          key(of), of == null ? 0 : of.version(), of == null ? QuoteData.EMPTY : of.data(), typed);
    } else {
      drafts.drop(key(of));
    }
  }

  void drop(@Nullable Quote of) {
    drafts.drop(key(of));
  }

  /** Tells of it on a page, for those who may go on with it. */
  Optional<DraftNotice> notice(@Nullable Quote of, Runnable goOn) {
    if (!member.may(Right.WRITE_RECORDS, "quote")) {
      return Optional.empty();
    }
    return of(of)
        .map(
            draft ->
                new DraftNotice(
                    of == null ? t("quote.draft.new") : t("quote.draft.changes"),
                    draft.at(),
                    goOn,
                    () -> drop(of)));
  }
}
