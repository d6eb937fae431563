package eu.rempart.email.template;

import eu.rempart.account.ProfileService;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the records around an e-mail fill into a template, as far as its writer may read them. */
@Service
public class FieldService {

  private final ContactService contacts;
  private final LinkService links;
  private final CompanyService companies;
  private final DealService deals;
  private final QuoteService quotes;
  private final ProfileService profile;
  private final Rights rights;

  FieldService(
      ContactService contacts,
      LinkService links,
      CompanyService companies,
      DealService deals,
      QuoteService quotes,
      ProfileService profile,
      Rights rights) {
    this.contacts = contacts;
    this.links = links;
    this.companies = companies;
    this.deals = deals;
    this.quotes = quotes;
    this.profile = profile;
    this.rights = rights;
  }

  /**
   * Values for a mail that is written on a record; fields without one are left out.
   *
   * @param addressee to whom it goes; null where that is nobody who is kept
   * @param locale in which amounts and days are written
   */
  public Map<TemplateField, String> values(
      RecordRef about, @Nullable ContactId addressee, Locale locale) {
    rights.require(Right.READ_RECORDS);
    Map<TemplateField, String> values = new EnumMap<>(TemplateField.class);
    profile
        .me()
        .ifPresent(
            me -> {
              put(values, TemplateField.MY_NAME, me.name().orNull());
              put(values, TemplateField.MY_EMAIL, me.email().orNull());
            });
    if (about.kind().equals("deal")) {
      deals.find(new DealId(about.id())).ifPresent(deal -> deal(deal.data(), locale, values));
    }
    if (about.kind().equals("company")) {
      company(new CompanyId(about.id()), values);
    }
    ContactId person = about.kind().equals("contact") ? new ContactId(about.id()) : addressee;
    if (about.kind().equals("quote")) {
      QuoteId id = new QuoteId(about.id());
      quotes.rows(List.of(id)).forEach(row -> quote(row, locale, values));
      QuoteData data = quotes.find(id).map(Quote::data).orElse(QuoteData.EMPTY);
      around(data, locale, values);
      person = person == null ? data.contactId() : person;
    }
    if (person != null) {
      person(person, values);
    }
    return values;
  }

  private void person(ContactId id, Map<TemplateField, String> values) {
    contacts
        .find(id)
        .ifPresent(
            contact -> {
              put(values, TemplateField.CONTACT_SALUTATION, contact.data().salutation());
              put(values, TemplateField.CONTACT_FIRST_NAME, contact.data().firstName());
              put(values, TemplateField.CONTACT_LAST_NAME, contact.data().lastName());
              put(values, TemplateField.CONTACT_NAME, contact.data().name().full());
            });
    links.of(id).stream()
        .filter(link -> link.data().current())
        .findFirst()
        .ifPresent(link -> job(link, values));
  }

  private static void job(Link link, Map<TemplateField, String> values) {
    put(values, TemplateField.CONTACT_JOB_TITLE, link.data().jobTitle());
    if (!values.containsKey(TemplateField.COMPANY_NAME)) {
      put(values, TemplateField.COMPANY_NAME, link.companyName());
    }
  }

  private void company(CompanyId id, Map<TemplateField, String> values) {
    companies
        .find(id)
        .ifPresent(company -> put(values, TemplateField.COMPANY_NAME, company.data().name()));
  }

  private static void quote(QuoteRow quote, Locale locale, Map<TemplateField, String> values) {
    put(values, TemplateField.QUOTE_NUMBER, quote.number());
    put(values, TemplateField.QUOTE_TITLE, quote.title());
    if (quote.total() != null) {
      put(values, TemplateField.QUOTE_TOTAL, money(quote.total(), quote.currency(), locale));
    }
    if (quote.validUntil() != null) {
      put(values, TemplateField.QUOTE_VALID_UNTIL, day(quote.validUntil(), locale));
    }
  }

  /** What a quote is about: its company is the one that it names, whatever the deal says. */
  private void around(QuoteData quote, Locale locale, Map<TemplateField, String> values) {
    if (quote.dealId() != null) {
      deals.find(quote.dealId()).ifPresent(deal -> deal(deal.data(), locale, values));
    }
    if (quote.companyId() != null) {
      company(quote.companyId(), values);
    }
  }

  private void deal(DealData deal, Locale locale, Map<TemplateField, String> values) {
    put(values, TemplateField.DEAL_NAME, deal.name());
    if (deal.amount() != null) {
      put(values, TemplateField.DEAL_AMOUNT, money(deal.amount(), deal.currency(), locale));
    }
    if (deal.expectedClose() != null) {
      put(values, TemplateField.DEAL_EXPECTED_CLOSE, day(deal.expectedClose(), locale));
    }
    if (deal.companyId() != null) {
      company(deal.companyId(), values);
    }
  }

  private static String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  private static String money(BigDecimal amount, @Nullable String currency, Locale locale) {
    if (currency == null) {
      return NumberFormat.getNumberInstance(locale).format(amount);
    }
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    return format.format(amount);
  }

  private static void put(
      Map<TemplateField, String> values, TemplateField field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.put(field, value.strip());
    }
  }
}
