package eu.rempart.email.template;

import eu.rempart.account.ProfileService;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.number.NumberFormats;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkService;
import eu.rempart.customfield.CustomFieldService;
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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the records around an e-mail fill into a template, as far as its writer may read them. */
@Service
public class FieldService {

  private static final List<String> KINDS = List.of("contact", "company", "deal");

  private final ContactService contacts;
  private final LinkService links;
  private final CompanyService companies;
  private final DealService deals;
  private final QuoteService quotes;
  private final ProfileService profile;
  private final CustomFieldService customFields;
  private final Rights rights;

  FieldService(
      ContactService contacts,
      LinkService links,
      CompanyService companies,
      DealService deals,
      QuoteService quotes,
      ProfileService profile,
      CustomFieldService customFields,
      Rights rights) {
    this.contacts = contacts;
    this.links = links;
    this.companies = companies;
    this.deals = deals;
    this.quotes = quotes;
    this.profile = profile;
    this.customFields = customFields;
    this.rights = rights;
  }

  /**
   * Values for a mail that is written on a record; fields without one are left out.
   *
   * @param addressee to whom it goes; null where that is nobody who is kept
   * @param locale in which amounts and days are written
   * @param words what people read of a value in one of the organisation's own fields
   */
  public FieldValues values(
      RecordRef about,
      @Nullable ContactId addressee,
      Locale locale,
      BiFunction<CustomField, String, String> words) {
    rights.require(Right.READ_RECORDS);
    FieldValues fixed = new FieldValues();
    Gathering values = new Gathering(fixed, words);
    profile
        .me()
        .ifPresent(
            me -> {
              values.put(TemplateField.MY_NAME, me.name().orNull());
              values.put(TemplateField.MY_EMAIL, me.email().orNull());
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
    return fixed;
  }

  private void person(ContactId id, Gathering values) {
    contacts
        .find(id)
        .ifPresent(
            contact -> {
              values.put(TemplateField.CONTACT_SALUTATION, contact.data().salutation());
              values.put(TemplateField.CONTACT_FIRST_NAME, contact.data().firstName());
              values.put(TemplateField.CONTACT_LAST_NAME, contact.data().lastName());
              values.put(TemplateField.CONTACT_NAME, contact.data().name().full());
              values.putOwn("contact", contact.data().custom());
            });
    links.of(id).stream()
        .filter(link -> link.data().current())
        .findFirst()
        .ifPresent(link -> job(link, values));
  }

  private void job(Link link, Gathering values) {
    values.put(TemplateField.CONTACT_JOB_TITLE, link.data().jobTitle());
    if (!values.has(TemplateField.COMPANY_NAME)) {
      company(link.companyId(), values);
      values.put(TemplateField.COMPANY_NAME, link.companyName());
    }
  }

  /** Takes the place of a company that was gathered before: a mail speaks of one alone. */
  private void company(CompanyId id, Gathering values) {
    values.dropCompany();
    companies
        .find(id)
        .ifPresent(
            company -> {
              values.put(TemplateField.COMPANY_NAME, company.data().name());
              values.putOwn("company", company.data().custom());
            });
  }

  private static void quote(QuoteRow quote, Locale locale, Gathering values) {
    values.put(TemplateField.QUOTE_NUMBER, quote.number());
    values.put(TemplateField.QUOTE_TITLE, quote.title());
    if (quote.total() != null) {
      values.put(TemplateField.QUOTE_TOTAL, money(quote.total(), quote.currency(), locale));
    }
    if (quote.validUntil() != null) {
      values.put(TemplateField.QUOTE_VALID_UNTIL, day(quote.validUntil(), locale));
    }
  }

  /** What a quote is about: its company is the one that it names, whatever the deal says. */
  private void around(QuoteData quote, Locale locale, Gathering values) {
    if (quote.dealId() != null) {
      deals.find(quote.dealId()).ifPresent(deal -> deal(deal.data(), locale, values));
    }
    if (quote.companyId() != null) {
      company(quote.companyId(), values);
    }
  }

  private void deal(DealData deal, Locale locale, Gathering values) {
    values.put(TemplateField.DEAL_NAME, deal.name());
    values.putOwn("deal", deal.custom());
    if (deal.amount() != null) {
      values.put(TemplateField.DEAL_AMOUNT, money(deal.amount(), deal.currency(), locale));
    }
    if (deal.expectedClose() != null) {
      values.put(TemplateField.DEAL_EXPECTED_CLOSE, day(deal.expectedClose(), locale));
    }
    if (deal.companyId() != null) {
      company(deal.companyId(), values);
    }
  }

  private static String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  private static String money(BigDecimal amount, @Nullable String currency, Locale locale) {
    return currency == null
        ? NumberFormats.number(amount, 0, locale)
        : NumberFormats.money(
            amount,
            Currency.getInstance(currency),
            Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()),
            locale);
  }

  /** The organisation's own fields that mails can be filled from, in their order. */
  public List<OwnField> own() {
    rights.require(Right.READ_RECORDS);
    return customFields.ofEach(KINDS).entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(field -> new OwnField(each.getKey(), field)))
        .toList();
  }

  /** What is gathered, with those of the organisation's own fields that the writer is shown. */
  private final class Gathering {

    private final FieldValues fixed;
    private final BiFunction<CustomField, String, String> words;
    private final List<OwnField> own = own();

    Gathering(FieldValues fixed, BiFunction<CustomField, String, String> words) {
      this.fixed = fixed;
      this.words = words;
    }

    boolean has(TemplateField field) {
      return fixed.fixed().containsKey(field);
    }

    void put(TemplateField field, @Nullable String value) {
      fixed.put(field, value);
    }

    void dropCompany() {
      fixed.drop("company");
    }

    void putOwn(String kind, CustomValues values) {
      for (OwnField each : own) {
        String value = values.of(each.field().id());
        if (each.kind().equals(kind) && !value.isEmpty()) {
          fixed.put(each, words.apply(each.field(), value));
        }
      }
    }
  }
}
