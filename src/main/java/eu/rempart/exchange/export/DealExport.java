package eu.rempart.exchange.export;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.exchange.export.Leaving.Tally;
import eu.rempart.exchange.format.TableExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Takes lists of deals out: those chosen, or all that the query finds when none is. Who took how
 * many is kept as a security event, also of an export that broke off.
 */
@Service
public class DealExport {

  private final DealService deals;
  private final PipelineService pipelines;
  private final CustomFieldService fields;
  private final Rights rights;
  private final Leaving leaving;

  DealExport(
      DealService deals,
      PipelineService pipelines,
      CustomFieldService fields,
      Rights rights,
      Leaving leaving) {
    this.deals = deals;
    this.pipelines = pipelines;
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
  public void check(DealQuery query, List<DealId> chosen) {
    rights.require(Right.EXPORT_RECORDS, "deal");
    leaving.check(chosen, batch -> deals.ids(query, batch));
  }

  /** Deals as a table with the columns of the query; the stream is closed. */
  public void asTable(DealQuery query, List<DealId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "deal");
    var table =
        new DealTable(query.shown(), fields.these("deal", query.custom()), pipelines.all(), words);
    try (Tally tally = leaving.tally("deal", words.format().extension());
        TableExport file = words.table(out, table.types(), table.header());
        Stream<List<DealId>> pages =
            leaving.pages("deal", chosen, batch -> deals.ids(query, batch), DealId::value)) {
      pages.forEach(
          page ->
              deals
                  .rows(page, query.shown())
                  .forEach(row -> file.row(tally.count(table.row(row)))));
    }
  }
}
