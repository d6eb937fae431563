package eu.rempart.exchange.export;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteService;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvents;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Takes lists of quotes out: those chosen, or all that the query finds when none is. Who took how
 * many is kept as a security event, also of an export that broke off.
 */
@Service
public class QuoteExport {

  private static final int PAGE = 500;

  private final QuoteService quotes;
  private final Rights rights;
  private final CurrentMember current;
  private final SecurityEvents events;

  QuoteExport(QuoteService quotes, Rights rights, CurrentMember current, SecurityEvents events) {
    this.quotes = quotes;
    this.rights = rights;
    this.current = current;
    this.events = events;
  }

  /**
   * Passes if what the query asks for is still there.
   *
   * @throws eu.rempart.search.rule.RuleOutdatedException if it asks for a field that is gone
   */
  public void check(QuoteQuery query) {
    rights.require(Right.EXPORT_RECORDS, "quote");
    quotes.ids(query, 1).close();
  }

  /** Quotes as a table with the columns of the query; the stream is closed. */
  public void asTable(QuoteQuery query, List<QuoteId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "quote");
    var table = new QuoteTable(query.shown(), words);
    long rows = 0;
    try (CsvExport csv = new CsvExport(out, words.delimiter(), table.header());
        Stream<List<QuoteId>> pages =
            chosen.isEmpty() ? quotes.ids(query, PAGE) : Stream.of(chosen)) {
      for (Iterator<List<QuoteId>> page = pages.iterator(); page.hasNext(); ) {
        for (var row : quotes.rows(leave(page.next()))) {
          csv.row(table.row(row));
          rows++;
        }
      }
    } finally {
      events.record(
          SecurityEvent.of("exchange.export", SecurityEvent.Severity.NOTICE)
              .member(current.id())
              .with("kind", "quote")
              .with("format", "csv")
              .with("rows", Long.toString(rows)));
    }
  }

  /** Those that may leave. */
  private List<QuoteId> leave(List<QuoteId> ids) {
    return rights
        .allowed(Right.EXPORT_RECORDS, "quote", ids.stream().map(QuoteId::value).toList())
        .stream()
        .map(QuoteId::new)
        .toList();
  }
}
