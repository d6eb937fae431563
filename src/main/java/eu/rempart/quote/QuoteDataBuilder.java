package eu.rempart.quote;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.quote.money.Discount;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds {@link QuoteData} step by step; blank texts become null. */
public final class QuoteDataBuilder {

  private @Nullable UUID ownerId;
  private @Nullable String title;
  private @Nullable CompanyId companyId;
  private @Nullable ContactId contactId;
  private @Nullable DealId dealId;
  private @Nullable LocalDate validUntil;
  private String language = "en";
  private @Nullable String customerName;
  private @Nullable String customerContact;
  private @Nullable String customerAddress;
  private @Nullable String customerCountry;
  private @Nullable String customerVat;
  private @Nullable String introduction;
  private @Nullable String terms;
  private @Nullable String vatReason;
  private String currency = "EUR";
  private List<QuoteLine> lines = List.of();
  private Discount discount = Discount.NONE;
  private Set<UUID> tags = Set.of();
  private CustomValues custom = CustomValues.NONE;

  QuoteDataBuilder() {}

  QuoteDataBuilder(QuoteData from) {
    ownerId = from.ownerId();
    title = from.title();
    companyId = from.companyId();
    contactId = from.contactId();
    dealId = from.dealId();
    validUntil = from.validUntil();
    language = from.language();
    customerName = from.customerName();
    customerContact = from.customerContact();
    customerAddress = from.customerAddress();
    customerCountry = from.customerCountry();
    customerVat = from.customerVat();
    introduction = from.introduction();
    terms = from.terms();
    vatReason = from.vatReason();
    currency = from.currency();
    lines = from.lines();
    discount = from.discount();
    tags = from.tags();
    custom = from.custom();
  }

  public QuoteDataBuilder ownerId(@Nullable UUID value) {
    ownerId = value;
    return this;
  }

  public QuoteDataBuilder title(@Nullable String value) {
    title = text(value);
    return this;
  }

  public QuoteDataBuilder companyId(@Nullable CompanyId value) {
    companyId = value;
    return this;
  }

  public QuoteDataBuilder contactId(@Nullable ContactId value) {
    contactId = value;
    return this;
  }

  public QuoteDataBuilder dealId(@Nullable DealId value) {
    dealId = value;
    return this;
  }

  public QuoteDataBuilder validUntil(@Nullable LocalDate value) {
    validUntil = value;
    return this;
  }

  public QuoteDataBuilder language(String value) {
    language = value;
    return this;
  }

  public QuoteDataBuilder customerName(@Nullable String value) {
    customerName = text(value);
    return this;
  }

  public QuoteDataBuilder customerContact(@Nullable String value) {
    customerContact = text(value);
    return this;
  }

  public QuoteDataBuilder customerAddress(@Nullable String value) {
    customerAddress = text(value);
    return this;
  }

  public QuoteDataBuilder customerCountry(@Nullable String value) {
    customerCountry = text(value);
    return this;
  }

  public QuoteDataBuilder customerVat(@Nullable String value) {
    customerVat = text(value);
    return this;
  }

  public QuoteDataBuilder introduction(@Nullable String value) {
    introduction = text(value);
    return this;
  }

  public QuoteDataBuilder terms(@Nullable String value) {
    terms = text(value);
    return this;
  }

  public QuoteDataBuilder vatReason(@Nullable String value) {
    vatReason = text(value);
    return this;
  }

  public QuoteDataBuilder currency(String value) {
    currency = value;
    return this;
  }

  public QuoteDataBuilder lines(List<QuoteLine> value) {
    lines = value;
    return this;
  }

  public QuoteDataBuilder discount(Discount value) {
    discount = value;
    return this;
  }

  public QuoteDataBuilder tags(Set<UUID> value) {
    tags = value;
    return this;
  }

  public QuoteDataBuilder custom(CustomValues value) {
    custom = value;
    return this;
  }

  public QuoteData build() {
    return new QuoteData(
        ownerId,
        title,
        companyId,
        contactId,
        dealId,
        validUntil,
        language,
        customerName,
        customerContact,
        customerAddress,
        customerCountry,
        customerVat,
        introduction,
        terms,
        vatReason,
        currency,
        lines,
        discount,
        tags,
        custom);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
