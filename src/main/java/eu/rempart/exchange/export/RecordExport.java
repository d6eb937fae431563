package eu.rempart.exchange.export;

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
import eu.rempart.exchange.export.Leaving.Tally;
import eu.rempart.exchange.format.TableExport;
import eu.rempart.exchange.vcard.VCardExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

  private final ContactService contacts;
  private final LinkService links;
  private final PhotoService photos;
  private final CompanyService companies;
  private final CustomFieldService fields;
  private final Rights rights;
  private final Leaving leaving;

  RecordExport(
      ContactService contacts,
      LinkService links,
      PhotoService photos,
      CompanyService companies,
      CustomFieldService fields,
      Rights rights,
      Leaving leaving) {
    this.contacts = contacts;
    this.links = links;
    this.photos = photos;
    this.companies = companies;
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
  public void check(ContactQuery query, List<ContactId> chosen) {
    rights.require(Right.EXPORT_RECORDS, "contact");
    leaving.check(chosen, batch -> contacts.ids(query, batch));
  }

  /** As {@link #check(ContactQuery, List)}. */
  public void check(CompanyQuery query, List<CompanyId> chosen) {
    rights.require(Right.EXPORT_RECORDS, "company");
    leaving.check(chosen, batch -> companies.ids(query, batch));
  }

  /** People as a table with the columns of the query; the stream is closed. */
  public void contactsAsTable(
      ContactQuery query, List<ContactId> chosen, ExportWords words, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "contact");
    var table = new ContactTable(query.shown(), fields.these("contact", query.custom()), words);
    try (Tally tally = leaving.tally("contact", words.format().extension());
        TableExport file = words.table(out, table.types(), table.header())) {
      people(query, chosen)
          .forEach(
              page ->
                  contacts
                      .rows(page, query.shown())
                      .forEach(row -> file.row(tally.count(table.row(row)))));
    }
  }

  /** People as cards, each with the main company; the stream is closed. */
  public void contactsAsCards(
      ContactQuery query, List<ContactId> chosen, VCardExport.Version version, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "contact");
    try (Tally tally = leaving.tally("contact", "vcard");
        VCardExport cards = new VCardExport(out, version)) {
      for (List<ContactId> page : in(people(query, chosen))) {
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
    try (Tally tally = leaving.tally("company", words.format().extension());
        TableExport file = words.table(out, table.types(), table.header())) {
      leaving
          .pages("company", chosen, batch -> companies.ids(query, batch), CompanyId::value)
          .forEach(
              page ->
                  companies
                      .rows(page, query.shown())
                      .forEach(row -> file.row(tally.count(table.row(row)))));
    }
  }

  private Stream<List<ContactId>> people(ContactQuery query, List<ContactId> chosen) {
    return leaving.pages("contact", chosen, batch -> contacts.ids(query, batch), ContactId::value);
  }

  private static <T> Iterable<T> in(Stream<T> stream) {
    Iterator<T> iterator = stream.iterator();
    return () -> iterator;
  }
}
