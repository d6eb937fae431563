package eu.rempart.exchange.export;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Picture;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.exchange.vcard.VCardExport;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Takes lists of records out: those chosen, or all that the query finds when none is. 500 are in
 * memory at a time. Who took how many is kept as a security event, also of an export that broke
 * off.
 */
@Service
public class RecordExport {

  /** Records that are read by one query, and ids that are asked for at a time. */
  private static final int PAGE = 500;

  private static final int IDS = 10_000;

  private final ContactService contacts;
  private final LinkService links;
  private final PhotoService photos;
  private final CompanyService companies;
  private final CustomFieldService fields;
  private final Rights rights;
  private final CurrentMember current;
  private final SecurityEvents events;

  RecordExport(
      ContactService contacts,
      LinkService links,
      PhotoService photos,
      CompanyService companies,
      CustomFieldService fields,
      Rights rights,
      CurrentMember current,
      SecurityEvents events) {
    this.contacts = contacts;
    this.links = links;
    this.photos = photos;
    this.companies = companies;
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
  public void check(ContactQuery query) {
    rights.require(Right.EXPORT_RECORDS, "contact");
    contacts.ids(query, 1).close();
  }

  /** As {@link #check(ContactQuery)}. */
  public void check(CompanyQuery query) {
    rights.require(Right.EXPORT_RECORDS, "company");
    companies.ids(query, 1).close();
  }

  /** People as a table with the columns of the query; the stream is closed. */
  public void contactsAsTable(
      ContactQuery query, List<ContactId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "contact");
    var table = new ContactTable(query.shown(), fields.these("contact", query.custom()), words);
    try (Tally tally = new Tally("contact", "csv");
        CsvExport csv = new CsvExport(out, words.delimiter(), table.header())) {
      for (List<ContactId> page : in(pages(chosen, () -> contacts.ids(query, IDS)))) {
        contacts
            .rows(leave(page, "contact", ContactId::value), query.shown())
            .forEach(row -> csv.row(tally.count(table.row(row))));
      }
    }
  }

  /** People as cards, each with the main company; the stream is closed. */
  public void contactsAsCards(
      ContactQuery query, List<ContactId> chosen, VCardExport.Version version, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "contact");
    try (Tally tally = new Tally("contact", "vcard");
        VCardExport cards = new VCardExport(out, version)) {
      for (List<ContactId> found : in(pages(chosen, () -> contacts.ids(query, IDS)))) {
        List<ContactId> page = leave(found, "contact", ContactId::value);
        Map<ContactId, Contact> byId =
            contacts.findAll(page).stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
        Map<ContactId, List<Link>> linked = links.ofAll(page);
        Map<ContactId, Picture> faces = photos.images(page);
        for (ContactId id : page) {
          Contact contact = byId.get(id);
          if (contact != null) {
            cards.person(
                Cards.person(id, contact.data(), faces.get(id)),
                Cards.main(linked.getOrDefault(id, List.of())));
            tally.count(contact);
          }
        }
      }
    }
  }

  /** Companies as a table with the columns of the query; the stream is closed. */
  public void companiesAsTable(
      CompanyQuery query, List<CompanyId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "company");
    var table = new CompanyTable(query.shown(), fields.these("company", query.custom()), words);
    try (Tally tally = new Tally("company", "csv");
        CsvExport csv = new CsvExport(out, words.delimiter(), table.header())) {
      for (List<CompanyId> page : in(pages(chosen, () -> companies.ids(query, IDS)))) {
        companies
            .rows(leave(page, "company", CompanyId::value), query.shown())
            .forEach(row -> csv.row(tally.count(table.row(row))));
      }
    }
  }

  /** Those that may leave. */
  private <T> List<T> leave(List<T> ids, String kind, Function<T, UUID> value) {
    Set<UUID> allowed =
        Set.copyOf(rights.allowed(Right.EXPORT_RECORDS, kind, ids.stream().map(value).toList()));
    return ids.stream().filter(id -> allowed.contains(value.apply(id))).toList();
  }

  private interface Found<T> {
    Stream<List<T>> all();
  }

  private static <T> Stream<List<T>> pages(List<T> chosen, Found<T> found) {
    return (chosen.isEmpty() ? found.all() : Stream.of(chosen)).flatMap(RecordExport::cut);
  }

  private static <T> Stream<List<T>> cut(List<T> ids) {
    List<List<T>> pages = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      pages.add(ids.subList(from, Math.min(ids.size(), from + PAGE)));
    }
    return pages.stream();
  }

  private static <T> Iterable<T> in(Stream<T> stream) {
    Iterator<T> iterator = stream.iterator();
    return () -> iterator;
  }

  /** Counts the records taken out, and notes the number when the export ends, however it does. */
  private final class Tally implements AutoCloseable {

    private final String kind;
    private final String format;
    private long rows;

    Tally(String kind, String format) {
      this.kind = kind;
      this.format = format;
    }

    <T> T count(T record) {
      rows++;
      return record;
    }

    @Override
    public void close() {
      events.record(
          SecurityEvent.of("exchange.export", Severity.NOTICE)
              .member(current.id())
              .with("kind", kind)
              .with("format", format)
              .with("rows", Long.toString(rows)));
    }
  }
}
