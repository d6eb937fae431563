package eu.rempart.exchange.export;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvents;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Takes lists of deals out: those chosen, or all that the query finds when none is. Who took how
 * many is kept as a security event, also of an export that broke off.
 */
@Service
public class DealExport {

  private static final int PAGE = 500;

  private final DealService deals;
  private final PipelineService pipelines;
  private final CustomFieldService fields;
  private final Rights rights;
  private final CurrentMember current;
  private final SecurityEvents events;

  DealExport(
      DealService deals,
      PipelineService pipelines,
      CustomFieldService fields,
      Rights rights,
      CurrentMember current,
      SecurityEvents events) {
    this.deals = deals;
    this.pipelines = pipelines;
    this.fields = fields;
    this.rights = rights;
    this.current = current;
    this.events = events;
  }

  /**
   * Passes if what the query asks for is still there.
   *
   * @throws eu.rempart.search.rule.RuleOutdatedException if it asks for a field that is gone
   */
  public void check(DealQuery query) {
    rights.require(Right.EXPORT_RECORDS, "deal");
    deals.ids(query, 1).close();
  }

  /** Deals as a table with the columns of the query; the stream is closed. */
  public void asTable(DealQuery query, List<DealId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "deal");
    var table =
        new DealTable(query.shown(), fields.these("deal", query.custom()), pipelines.all(), words);
    long rows = 0;
    try (CsvExport csv = new CsvExport(out, words.delimiter(), table.header());
        Stream<List<DealId>> pages =
            chosen.isEmpty() ? deals.ids(query, PAGE) : Stream.of(chosen)) {
      for (Iterator<List<DealId>> page = pages.iterator(); page.hasNext(); ) {
        for (var row : deals.rows(leave(page.next()), query.shown())) {
          csv.row(table.row(row));
          rows++;
        }
      }
    } finally {
      events.record(
          SecurityEvent.of("exchange.export", SecurityEvent.Severity.NOTICE)
              .member(current.id())
              .with("kind", "deal")
              .with("format", "csv")
              .with("rows", Long.toString(rows)));
    }
  }

  /** Those that may leave. */
  private List<DealId> leave(List<DealId> ids) {
    return rights
        .allowed(Right.EXPORT_RECORDS, "deal", ids.stream().map(DealId::value).toList())
        .stream()
        .map(DealId::new)
        .toList();
  }
}
