package eu.rempart.email;

import eu.rempart.common.EmailEntry;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkService;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealId;
import eu.rempart.email.quoted.QuoteRecords;
import eu.rempart.history.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom one writes to from a record: the person, the people of the deal or of the company. */
@Component
public class Addressees {

  private static final int MOST = 20;

  private final ContactService contacts;
  private final CompanyService companies;
  private final LinkService links;
  private final DealContactService people;
  private final QuoteRecords quotes;

  Addressees(
      ContactService contacts,
      CompanyService companies,
      LinkService links,
      DealContactService people,
      QuoteRecords quotes) {
    this.contacts = contacts;
    this.companies = companies;
    this.links = links;
    this.people = people;
    this.quotes = quotes;
  }

  /** Those with an address, the likeliest first; twenty at most. */
  public List<Addressee> of(RecordRef about) {
    return switch (about.kind()) {
      case "contact" -> of(List.of(new ContactId(about.id())));
      case "deal" ->
          of(
              people.of(new DealId(about.id())).stream()
                  .map(DealContact::contactId)
                  .limit(MOST)
                  .toList());
      case "company" -> ofCompany(new CompanyId(about.id()));
      case QuoteRecords.KIND -> ofQuote(about);
      default -> List.of();
    };
  }

  /** The person whom it is addressed to, those of its deal, and those of its company. */
  private List<Addressee> ofQuote(RecordRef about) {
    Map<String, Addressee> all = new LinkedHashMap<>();
    quotes.around(about).stream()
        .flatMap(record -> of(record).stream())
        .forEach(each -> all.putIfAbsent(each.address(), each));
    return all.values().stream().limit(MOST).toList();
  }

  private List<Addressee> ofCompany(CompanyId id) {
    List<Addressee> all = new ArrayList<>();
    companies
        .find(id)
        .ifPresent(
            company -> {
              String name = company.data().name();
              company
                  .data()
                  .emails()
                  .forEach(entry -> all.add(of(null, name == null ? "" : name, entry)));
            });
    all.addAll(
        of(
            links.of(id).stream()
                .filter(link -> link.data().current())
                .map(Link::contactId)
                .limit(MOST)
                .toList()));
    return all.stream().limit(MOST).toList();
  }

  private List<Addressee> of(List<ContactId> ids) {
    List<Contact> found = contacts.findAll(ids);
    return ids.stream()
        .flatMap(id -> found.stream().filter(contact -> contact.id().equals(id)))
        .flatMap(Addressees::addresses)
        .limit(MOST)
        .toList();
  }

  private static Stream<Addressee> addresses(Contact contact) {
    EmailEntry first = contact.data().primaryEmail();
    return first == null
        ? Stream.empty()
        : Stream.concat(
                Stream.of(first),
                contact.data().emails().stream().filter(entry -> !entry.equals(first)))
            .map(entry -> of(contact.id(), contact.data().displayName(), entry));
  }

  private static Addressee of(
      @org.jspecify.annotations.Nullable ContactId contact, String name, EmailEntry entry) {
    return new Addressee(contact, name, entry.address().value(), entry.optedOut(), entry.invalid());
  }
}
