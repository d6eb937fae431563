package eu.rempart.email.quoted;

import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a quote is about, as far as whoever acts on this thread may know. */
@Component
public class QuoteRecords {

  /** The kind of records that quotes are. */
  public static final String KIND = "quote";

  private final QuoteService quotes;
  private final ContactService contacts;
  private final DealService deals;
  private final CompanyService companies;

  QuoteRecords(
      QuoteService quotes, ContactService contacts, DealService deals, CompanyService companies) {
    this.quotes = quotes;
    this.contacts = contacts;
    this.deals = deals;
    this.companies = companies;
  }

  /**
   * The contact whom a quote is addressed to, its deal and its company, without those that lie in
   * the bin; none for other kinds of records.
   */
  public List<RecordRef> around(RecordRef about) {
    return about.kind().equals(KIND)
        ? quotes.find(new QuoteId(about.id())).map(quote -> records(quote.data())).orElse(List.of())
        : List.of();
  }

  private List<RecordRef> records(QuoteData quote) {
    List<RecordRef> records = new ArrayList<>();
    ContactId contact = quote.contactId();
    if (contact != null && contacts.find(contact).isPresent()) {
      records.add(new RecordRef("contact", contact.value()));
    }
    DealId deal = quote.dealId();
    if (deal != null && deals.find(deal).isPresent()) {
      records.add(new RecordRef("deal", deal.value()));
    }
    CompanyId company = quote.companyId();
    if (company != null && companies.find(company).isPresent()) {
      records.add(new RecordRef("company", company.value()));
    }
    return records;
  }
}
