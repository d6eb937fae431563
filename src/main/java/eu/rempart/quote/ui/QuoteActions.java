package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.quote.IssuedQuoteException;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStep;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.UnopenableQuoteException;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.pdf.QuoteDocumentService;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The steps that a quote goes, each with what the person is told. */
@Component
final class QuoteActions {

  private final QuoteService quotes;
  private final QuoteStepService steps;
  private final QuoteDocumentService documents;
  private final WayBack back;

  QuoteActions(
      QuoteService quotes, QuoteStepService steps, QuoteDocumentService documents, WayBack back) {
    this.documents = documents;
    this.quotes = quotes;
    this.steps = steps;
    this.back = back;
  }

  /** Issues a draft, after a question: there is no way back. */
  void issue(Quote quote, Runnable done) {
    Confirmation.ask(
        t("quote.issue.title"),
        warned(quote),
        t("quote.issue"),
        () ->
            step(
                () -> steps.issue(quote.id(), quote.version(), today()),
                issued -> {
                  Notices.success(
                      t("quote.issue.done", String.valueOf(issued.standing().number())));
                  done.run();
                },
                done));
  }

  /** What issuing means, and which signs the document would not show. */
  private String warned(Quote quote) {
    List<String> lacking = lacking(quote);
    return lacking.isEmpty()
        ? t("quote.issue.sentence")
        : t("quote.issue.sentence") + " " + t("quote.issue.lacking", String.join(" ", lacking));
  }

  private List<String> lacking(Quote quote) {
    try {
      return documents.lacking(quote.id());
    } catch (QuoteRefusedException | UnopenableQuoteException _) {
      return List.of(); // issuing says so
    }
  }

  void accept(Quote quote, Runnable done) {
    step(
        () -> steps.accept(quote.id(), quote.version(), today()),
        now -> answered(t("quote.accept.done"), now, done),
        done);
  }

  void decline(Quote quote, Runnable done) {
    step(
        () -> steps.decline(quote.id(), quote.version(), today()),
        now -> answered(t("quote.decline.done"), now, done),
        done);
  }

  private void answered(String words, Quote now, Runnable done) {
    Notices.success(words, () -> reopen(now, done));
    done.run();
  }

  void reopen(Quote quote, Runnable done) {
    step(() -> steps.reopen(quote.id(), quote.version()), _ -> done.run(), done);
  }

  /** Makes a draft that will take the quote's place, and shows it. */
  void revise(Quote quote, Runnable failed) {
    step(
        () -> steps.revise(quote.id(), quote.version()),
        draft -> {
          Notices.success(t("quote.revise.done"));
          QuoteNavigation.open(draft.id());
        },
        failed);
  }

  private static void step(Supplier<QuoteStep> work, Consumer<Quote> done, Runnable reload) {
    try {
      switch (work.get()) {
        case QuoteStep.Done(var now) -> done.accept(now);
        case QuoteStep.Stale _ -> {
          Notices.error(t("quote.step.stale"));
          reload.run();
        }
        case QuoteStep.Impossible _ -> {
          Notices.error(t("quote.step.impossible"));
          reload.run();
        }
        case QuoteStep.Gone _ -> {
          Notices.error(t("quote.step.gone"));
          QuoteNavigation.openList();
        }
      }
    } catch (InvalidFieldException e) {
      Notices.error(QuoteTexts.problem(e));
    } catch (QuoteRefusedException e) {
      Notices.error(QuoteTexts.problem(e));
    } catch (UnopenableQuoteException e) {
      Notices.error(
          t(
              "quote.step.sealed",
              e.field() == null ? t("letterhead_logo.kind") : QuoteTexts.label(e.field())));
    }
  }

  /** Moves a draft to the bin, and offers to take that back. */
  void archive(QuoteId id, Runnable done) {
    try {
      UUID change = quotes.archive(List.of(id));
      done.run();
      back.offer(
          t("quote.archived"),
          change,
          () -> {
            quotes.cameBack(List.of(id));
            QuoteNavigation.open(id);
          });
    } catch (IssuedQuoteException _) {
      Notices.error(t("quote.issued.meanwhile"));
    }
  }

  private static LocalDate today() {
    return LocalDate.now(Formats.zone());
  }
}
