package eu.rempart.exchange.export;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ical.CalendarFile;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactService;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealService;
import eu.rempart.exchange.export.Leaving.Tally;
import eu.rempart.exchange.format.TableExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Takes lists of activities out: those chosen, or all that the query finds when none is. Who took
 * how many is kept as a security event, also of an export that broke off.
 */
@Service
public class ActivityExport {

  private final ActivityService activities;
  private final ContactService contacts;
  private final CompanyService companies;
  private final DealService deals;
  private final CustomFieldService fields;
  private final Rights rights;
  private final Leaving leaving;

  ActivityExport(
      ActivityService activities,
      ContactService contacts,
      CompanyService companies,
      DealService deals,
      CustomFieldService fields,
      Rights rights,
      Leaving leaving) {
    this.activities = activities;
    this.contacts = contacts;
    this.companies = companies;
    this.deals = deals;
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
  public void check(ActivityQuery query, List<ActivityId> chosen) {
    rights.require(Right.EXPORT_RECORDS, "activity");
    leaving.check(chosen, batch -> activities.ids(query, batch));
  }

  /** Activities as a table with the columns of the query; the stream is closed. */
  public void asTable(
      ActivityQuery query, List<ActivityId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "activity");
    var table = new ActivityTable(query.shown(), fields.these("activity", query.custom()), words);
    try (Tally tally = leaving.tally("activity", words.format().extension());
        TableExport file = words.table(out, table.types(), table.header());
        Stream<List<ActivityId>> pages =
            leaving.pages(
                "activity", chosen, batch -> activities.ids(query, batch), ActivityId::value)) {
      pages.forEach(
          page -> {
            List<ActivityRow> read = activities.rows(page, query.shown());
            Map<UUID, String> names =
                query.shown().contains(ActivityColumn.LINKS) ? names(read) : Map.of();
            read.forEach(row -> file.row(tally.count(table.row(row, names))));
          });
    }
  }

  /** Activities as one iCalendar file (RFC 5545); the stream is closed. */
  public void asCalendar(
      ActivityQuery query, List<ActivityId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "activity");
    CalendarFile file = new CalendarFile();
    try (Tally tally = leaving.tally("activity", "ics");
        out;
        Stream<List<ActivityId>> pages =
            leaving.pages(
                "activity", chosen, batch -> activities.ids(query, batch), ActivityId::value)) {
      pages.forEach(page -> activities.findAll(page).forEach(one -> file.add(tally.count(one))));
      out.write(file.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Names by id of all that these are about, as far as whoever takes them out may read it. */
  private Map<UUID, String> names(List<ActivityRow> rows) {
    Map<UUID, String> names = new HashMap<>();
    contacts
        .rows(ids(rows, ActivityLinks::contacts), Set.of(ContactColumn.NAME))
        .forEach(row -> names.put(row.id().value(), Cell.of(row.shown().displayName())));
    companies
        .rows(ids(rows, ActivityLinks::companies), Set.of(CompanyColumn.NAME))
        .forEach(row -> names.put(row.id().value(), Cell.of(row.shown().name())));
    deals
        .rows(ids(rows, ActivityLinks::deals), Set.of(DealColumn.NAME))
        .forEach(row -> names.put(row.id().value(), Cell.of(row.shown().name())));
    return names;
  }

  private static <I> List<I> ids(List<ActivityRow> rows, Function<ActivityLinks, List<I>> side) {
    return rows.stream().flatMap(row -> side.apply(row.links()).stream()).distinct().toList();
  }
}
