package eu.rempart.quote;

import eu.rempart.common.custom.CustomText;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.db.generated.OpenedQuote;
import eu.rempart.db.generated.QuoteWriter;
import eu.rempart.db.generated.tables.records.QuoteRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.DealId;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.Totals;
import eu.rempart.tag.TagIds;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Between fields and columns: what a row opens to, and what is sealed into one. */
final class QuoteMapper {

  /** Said of lines that open, and yet are none: somebody else wrote them than Rempart. */
  private static final String DAMAGED = "Q-LINES";

  private final Map<QuoteField, String> unopenable = new EnumMap<>(QuoteField.class);
  private final QuoteDataBuilder data = QuoteData.builder();

  private QuoteMapper() {}

  static QuoteMapper open(QuoteRecord row, Sealing sealing) {
    QuoteMapper mapper = new QuoteMapper();
    mapper.read(row, new OpenedQuote(row, sealing));
    return mapper;
  }

  QuoteData data() {
    return data.build();
  }

  Map<QuoteField, String> unopenable() {
    return unopenable;
  }

  private void read(QuoteRecord row, OpenedQuote opened) {
    data.ownerId(row.getOwnerId())
        .companyId(row.getCompanyId() == null ? null : new CompanyId(row.getCompanyId()))
        .contactId(row.getContactId() == null ? null : new ContactId(row.getContactId()))
        .dealId(row.getDealId() == null ? null : new DealId(row.getDealId()))
        .validUntil(row.getValidUntil())
        .tags(TagIds.of(row.getTags()))
        .language(row.getLanguage())
        .currency(row.getCurrency())
        .discount(discount(row.getDiscountPercent(), row.getDiscountAmount()));
    take(QuoteField.TITLE, opened.title(), data::title);
    take(QuoteField.CUSTOMER_NAME, opened.customerName(), data::customerName);
    take(QuoteField.CUSTOMER_CONTACT, opened.customerContact(), data::customerContact);
    take(QuoteField.CUSTOMER_ADDRESS, opened.customerAddress(), data::customerAddress);
    take(QuoteField.CUSTOMER_COUNTRY, opened.customerCountry(), data::customerCountry);
    take(QuoteField.CUSTOMER_VAT, opened.customerVat(), data::customerVat);
    take(QuoteField.INTRODUCTION, opened.introduction(), data::introduction);
    take(QuoteField.TERMS, opened.terms(), data::terms);
    take(QuoteField.VAT_REASON, opened.vatReason(), data::vatReason);
    take(QuoteField.CUSTOM, opened.custom(), text -> data.custom(CustomText.values(text)));
    take(QuoteField.LINES, opened.lines(), this::lines);
  }

  private void lines(@Nullable String text) {
    try {
      data.lines(QuoteLine.KEPT.read(text));
    } catch (IllegalArgumentException _) {
      data.lines(List.of());
      unopenable.put(QuoteField.LINES, DAMAGED);
    }
  }

  private static Discount discount(@Nullable BigDecimal percent, @Nullable BigDecimal amount) {
    if (percent != null) {
      return new Discount.Percent(percent);
    }
    return amount == null ? Discount.NONE : new Discount.Amount(amount);
  }

  private void take(QuoteField field, Opened<String> opened, Consumer<@Nullable String> to) {
    switch (opened) {
      case Opened.Clear<String>(var value) -> to.accept(value);
      case Opened.Unopenable<String>(var code) -> unopenable.put(field, code);
    }
  }

  static void write(Totals totals, QuoteWriter to) {
    to.net(totals.net()).tax(totals.tax()).total(totals.total());
  }

  static void write(QuoteField field, QuoteData data, QuoteWriter to) {
    switch (field) {
      case TITLE -> to.title(data.title());
      case COMPANY -> to.companyId(data.companyId() == null ? null : data.companyId().value());
      case CONTACT -> to.contactId(data.contactId() == null ? null : data.contactId().value());
      case DEAL -> to.dealId(data.dealId() == null ? null : data.dealId().value());
      case CUSTOMER_NAME -> to.customerName(data.customerName());
      case CUSTOMER_CONTACT -> to.customerContact(data.customerContact());
      case CUSTOMER_ADDRESS -> to.customerAddress(data.customerAddress());
      case CUSTOMER_COUNTRY -> to.customerCountry(data.customerCountry());
      case CUSTOMER_VAT -> to.customerVat(data.customerVat());
      case LANGUAGE -> to.language(data.language());
      case CURRENCY -> to.currency(data.currency());
      case VALID_UNTIL -> to.validUntil(data.validUntil());
      case INTRODUCTION -> to.introduction(data.introduction());
      case LINES -> to.lines(QuoteLine.KEPT.write(data.lines()));
      case DISCOUNT ->
          to.discountPercent(
                  data.discount() instanceof Discount.Percent(var percent) ? percent : null)
              .discountAmount(
                  data.discount() instanceof Discount.Amount(var amount) ? amount : null);
      case VAT_REASON -> to.vatReason(data.vatReason());
      case TERMS -> to.terms(data.terms());
      case TAGS -> to.tags(TagIds.column(data.tags()));
      case CUSTOM -> to.custom(CustomText.write(data.custom()));
      case OWNER -> to.ownerId(data.ownerId());
    }
  }
}
