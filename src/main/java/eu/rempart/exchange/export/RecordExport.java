package eu.rempart.exchange.export;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.vcard.VCardExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes records into a stream, 500 in memory at a time. */
@Service
public class RecordExport {

  private static final int PAGE = 500;

  private final ContactService contacts;
  private final CompanyService companies;
  private final Rights rights;

  RecordExport(ContactService contacts, CompanyService companies, Rights rights) {
    this.contacts = contacts;
    this.companies = companies;
    this.rights = rights;
  }

  /**
   * People as a table.
   *
   * @param header nine names: first and last name, e-mails, phones, street, postal code, city,
   *     company, job title
   */
  public void contactsAsTable(List<UUID> ids, List<String> header, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS);
    try (CsvExport table = new CsvExport(out, ';', header)) {
      for (int from = 0; from < ids.size(); from += PAGE) {
        List<ContactId> page = page(ids, from).stream().map(ContactId::new).toList();
        var employers =
            contacts.rows(page).stream().collect(Collectors.toMap(ContactRow::id, r -> r));
        contacts.findAll(page).forEach(c -> table.row(cells(c.data(), employers.get(c.id()))));
      }
    }
  }

  private static List<String> cells(ContactData data, @Nullable ContactRow row) {
    PostalAddress address = data.addresses().isEmpty() ? null : data.addresses().getFirst();
    ContactRow.Employer employer = row == null ? null : row.company();
    return List.of(
        text(data.firstName()),
        text(data.lastName()),
        emails(data.emails()),
        phones(data.phones()),
        address == null ? "" : address.street(),
        address == null ? "" : address.postalCode(),
        address == null ? "" : address.city(),
        employer == null ? "" : employer.name(),
        employer == null ? "" : text(employer.jobTitle()));
  }

  /** People as vCards 4.0. */
  public void contactsAsCards(List<UUID> ids, OutputStream out) throws IOException {
    rights.require(Right.EXPORT_RECORDS);
    try (VCardExport cards = new VCardExport(out, VCardExport.Version.V4)) {
      for (int from = 0; from < ids.size(); from += PAGE) {
        List<ContactId> page = page(ids, from).stream().map(ContactId::new).toList();
        for (var contact : contacts.findAll(page)) {
          cards.person(person(contact.data()), List.of());
        }
      }
    }
  }

  private static ImportedPerson person(ContactData data) {
    return new ImportedPerson(
        text(data.externalId()),
        text(data.salutation()),
        data.name(),
        data.emails(),
        data.phones(),
        data.addresses(),
        data.birthday(),
        text(data.language()),
        data.doNotCall(),
        text(data.description()));
  }

  /**
   * Companies as a table.
   *
   * @param header five names: name, website, e-mails, phones, VAT number
   */
  public void companiesAsTable(List<UUID> ids, List<String> header, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS);
    try (CsvExport table = new CsvExport(out, ';', header)) {
      for (int from = 0; from < ids.size(); from += PAGE) {
        List<CompanyId> page = page(ids, from).stream().map(CompanyId::new).toList();
        companies.findAll(page).forEach(company -> table.row(cells(company.data())));
      }
    }
  }

  private static List<String> cells(CompanyData data) {
    return List.of(
        text(data.name()),
        text(data.website()),
        emails(data.emails()),
        phones(data.phones()),
        text(data.vatNumber()));
  }

  private static List<UUID> page(List<UUID> ids, int from) {
    return ids.subList(from, Math.min(ids.size(), from + PAGE));
  }

  private static String emails(List<EmailEntry> emails) {
    return emails.stream()
        .map(email -> email.address().value())
        .collect(Collectors.joining(CsvExport.BETWEEN_VALUES));
  }

  private static String phones(List<PhoneEntry> phones) {
    return phones.stream()
        .map(phone -> phone.number().dialled())
        .collect(Collectors.joining(CsvExport.BETWEEN_VALUES));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
