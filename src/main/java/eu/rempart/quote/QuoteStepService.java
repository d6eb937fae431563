package eu.rempart.quote;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.money.QuoteProblem;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The steps that a quote goes: a draft is issued; what is issued is accepted, declined, or revised
 * by another. Every method needs a right, and throws where it is missing.
 */
@Service
public class QuoteStepService {

  private final QuoteRepository repository;
  private final LetterheadService letterheads;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final QuoteSight sight;

  QuoteStepService(
      QuoteRepository repository,
      LetterheadService letterheads,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom) {
    this.repository = repository;
    this.letterheads = letterheads;
    this.index = new KindSearch(index, QuoteSearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.sight = new QuoteSight(rights, custom);
  }

  /**
   * Issues a draft: it gets the next number of the year and the letterhead of today, and never
   * changes again. The quote that it revises is revised from then on.
   *
   * @param version that the person saw
   * @param day that the document bears
   * @throws eu.rempart.common.InvalidFieldException if a value can't go out
   * @throws eu.rempart.quote.money.QuoteRefusedException if something is wrong or missing
   */
  public QuoteStep issue(QuoteId id, int version, LocalDate day) {
    Letterhead seller = letterheads.find().letterhead();
    return step(
        id,
        version,
        quote -> !quote.standing().kept().issued(),
        quote -> {
          QuoteRules.checkIssue(readable(quote, quote.unreadable()), seller, day);
          QuoteId before = quote.standing().revises();
          if (before != null) {
            revised(before);
          }
          return repository.issue(id, version, day, seller);
        });
  }

  /** What does not open can neither go out nor be copied: nobody knows what it says. */
  private static QuoteData readable(Quote quote, Optional<QuoteField> sealed) {
    sealed.ifPresent(
        field -> {
          throw new UnopenableQuoteException(quote.id(), field);
        });
    return quote.data();
  }

  private void revised(QuoteId before) {
    sight.requireWrite(List.of(before.value()));
    if (!repository.revised(before)) {
      throw new QuoteRefusedException(QuoteProblem.REVISED_ALREADY);
    }
  }

  /** Writes down that the customer accepted; one whose last day has passed is accepted too. */
  public QuoteStep accept(QuoteId id, int version, LocalDate day) {
    return answer(id, version, QuoteState.ACCEPTED, day);
  }

  /** Writes down that the customer declined. */
  public QuoteStep decline(QuoteId id, int version, LocalDate day) {
    return answer(id, version, QuoteState.DECLINED, day);
  }

  private QuoteStep answer(QuoteId id, int version, QuoteState state, LocalDate day) {
    return step(
        id,
        version,
        quote -> quote.standing().kept() == QuoteState.ISSUED,
        quote -> repository.answer(id, version, state, day));
  }

  /** Takes an answer back that was written down by mistake. */
  public QuoteStep reopen(QuoteId id, int version) {
    return step(
        id,
        version,
        quote ->
            quote.standing().kept() == QuoteState.ACCEPTED
                || quote.standing().kept() == QuoteState.DECLINED,
        quote -> repository.answer(id, version, QuoteState.ISSUED, null));
  }

  /**
   * Makes a new draft with what an issued quote says, which takes its place once it is issued.
   *
   * @return the draft, where it is done
   */
  public QuoteStep revise(QuoteId id, int version) {
    QuoteId draft = new QuoteId(Ids.next());
    QuoteStep done =
        step(
            id,
            version,
            quote ->
                quote.standing().kept().issued() && quote.standing().kept() != QuoteState.REVISED,
            quote -> {
              QuoteData whole = readable(quote, quote.unopenable().keySet().stream().findFirst());
              QuoteData copy = sight.owned(whole.toBuilder().validUntil(null).build());
              repository.insert(draft, copy, QuoteRules.check(copy), id);
              return true;
            });
    if (!(done instanceof QuoteStep.Done)) {
      return done;
    }
    changed(draft);
    return repository
        .find(draft)
        .map(sight::seen)
        .<QuoteStep>map(QuoteStep.Done::new)
        .orElseThrow();
  }

  private QuoteStep step(
      QuoteId id, int version, Predicate<Quote> possible, Function<Quote, Boolean> work) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireWrite(List.of(id.value()));
    QuoteStep failed =
        writes.<@Nullable QuoteStep>inTransaction(
            Reason.EDIT,
            change -> {
              repository.lock(id);
              Optional<Quote> found = repository.find(id);
              if (found.isEmpty()) {
                return new QuoteStep.Gone();
              }
              if (!possible.test(found.get())) {
                return new QuoteStep.Impossible(sight.seen(found.get()));
              }
              return found.get().version() == version && work.apply(found.get())
                  ? null
                  : repository
                      .find(id)
                      .map(sight::seen)
                      .<QuoteStep>map(QuoteStep.Stale::new)
                      .orElseGet(QuoteStep.Gone::new);
            });
    if (failed != null) {
      return failed;
    }
    changed(id);
    return repository
        .find(id)
        .map(sight::seen)
        .<QuoteStep>map(QuoteStep.Done::new)
        .orElseGet(QuoteStep.Gone::new);
  }

  private void changed(QuoteId id) {
    if (!writes.isRunning()) {
      index.changed(List.of(id.value()));
    }
  }
}
