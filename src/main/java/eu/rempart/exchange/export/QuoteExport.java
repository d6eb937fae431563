package eu.rempart.exchange.export;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.exchange.export.Leaving.Tally;
import eu.rempart.exchange.format.TableExport;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteService;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Takes lists of quotes out: those chosen, or all that the query finds when none is. Who took how
 * many is kept as a security event, also of an export that broke off.
 */
@Service
public class QuoteExport {

  private final QuoteService quotes;
  private final CustomFieldService fields;
  private final Rights rights;
  private final Leaving leaving;

  QuoteExport(QuoteService quotes, CustomFieldService fields, Rights rights, Leaving leaving) {
    this.quotes = quotes;
    this.fields = fields;
    this.rights = rights;
    this.leaving = leaving;
  }

  /**
   * Passes if what the query asks for is still there, and so many may leave now.
   *
   * @param chosen as for the file
   * @throws eu.rempart.search.rule.RuleOutdatedException if it asks for a field that is gone
   * @throws eu.rempart.common.proof.FreshProofRequiredException for more than 500 without one
   */
  public void check(QuoteQuery query, List<QuoteId> chosen) {
    rights.require(Right.EXPORT_RECORDS, "quote");
    leaving.check(chosen, batch -> quotes.ids(query, batch));
  }

  /** Quotes as a table with the columns of the query; the stream is closed. */
  public void asTable(QuoteQuery query, List<QuoteId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "quote");
    var table =
        new QuoteTable(
            query.shown(),
            fields.these("quote", query.custom()),
            words,
            LocalDate.now(query.zone()));
    try (Tally tally = leaving.tally("quote", words.format().extension());
        TableExport file = words.table(out, table.types(), table.header());
        Stream<List<QuoteId>> pages =
            leaving.pages("quote", chosen, batch -> quotes.ids(query, batch), QuoteId::value)) {
      pages.forEach(
          page -> quotes.rows(page).forEach(row -> file.row(tally.count(table.row(row)))));
    }
  }
}
