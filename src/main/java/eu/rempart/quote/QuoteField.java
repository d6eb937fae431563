package eu.rempart.quote;

import eu.rempart.common.RecordField;
import eu.rempart.common.custom.CustomField;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a quote, each with its column; the one list of them in this room. */
public enum QuoteField implements RecordField<QuoteData> {
  TITLE("title", QuoteData::title),
  COMPANY("company_id", QuoteData::companyId),
  CONTACT("contact_id", QuoteData::contactId),
  DEAL("deal_id", QuoteData::dealId),
  CUSTOMER_NAME("customer_name", QuoteData::customerName),
  CUSTOMER_CONTACT("customer_contact", QuoteData::customerContact),
  CUSTOMER_ADDRESS("customer_address", QuoteData::customerAddress),
  CUSTOMER_COUNTRY("customer_country", QuoteData::customerCountry),
  CUSTOMER_VAT("customer_vat", QuoteData::customerVat),
  LANGUAGE("language", QuoteData::language),
  CURRENCY("currency", QuoteData::currency),
  VALID_UNTIL("valid_until", QuoteData::validUntil),
  INTRODUCTION("introduction", QuoteData::introduction),
  LINES("lines", QuoteData::lines),
  /** Two columns, of which one is empty: {@code discount_percent} and {@code discount_amount}. */
  DISCOUNT("discount_percent", QuoteData::discount),
  VAT_REASON("vat_reason", QuoteData::vatReason),
  TERMS("terms", QuoteData::terms),
  TAGS("tags", QuoteData::tags),
  CUSTOM("custom", QuoteData::custom),
  OWNER("owner_id", QuoteData::ownerId);

  /** What the totals follow from. */
  static final Set<QuoteField> MONEY = Set.of(CURRENCY, LINES, DISCOUNT);

  /** What still changes once it is issued: whose it is, and by what people sort it. */
  static final Set<QuoteField> LATER = Set.of(OWNER, TAGS);

  private final String column;
  private final Function<QuoteData, @Nullable Object> value;

  QuoteField(String column, Function<QuoteData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public @Nullable Object valueIn(QuoteData data) {
    return value.apply(data);
  }

  /** The fields in which the two differ. */
  public static Set<QuoteField> changed(QuoteData before, QuoteData after) {
    return RecordField.changed(QuoteField.class, before, after);
  }

  /** Those of these columns that its document may tell of: own fields stay in the house. */
  public static Set<String> onPaper(Set<String> columns) {
    return columns.stream()
        .filter(column -> !column.equals(CUSTOM.column) && CustomField.idOfColumn(column).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@code target} with these fields taken from {@code source}. */
  public static QuoteData copy(Set<QuoteField> fields, QuoteData source, QuoteData target) {
    QuoteDataBuilder builder = target.toBuilder();
    fields.forEach(field -> field.copyTo(builder, source));
    return builder.build();
  }

  private void copyTo(QuoteDataBuilder to, QuoteData from) {
    switch (this) {
      case TITLE -> to.title(from.title());
      case COMPANY -> to.companyId(from.companyId());
      case CONTACT -> to.contactId(from.contactId());
      case DEAL -> to.dealId(from.dealId());
      case CUSTOMER_NAME -> to.customerName(from.customerName());
      case CUSTOMER_CONTACT -> to.customerContact(from.customerContact());
      case CUSTOMER_ADDRESS -> to.customerAddress(from.customerAddress());
      case CUSTOMER_COUNTRY -> to.customerCountry(from.customerCountry());
      case CUSTOMER_VAT -> to.customerVat(from.customerVat());
      case LANGUAGE -> to.language(from.language());
      case CURRENCY -> to.currency(from.currency());
      case VALID_UNTIL -> to.validUntil(from.validUntil());
      case INTRODUCTION -> to.introduction(from.introduction());
      case LINES -> to.lines(from.lines());
      case DISCOUNT -> to.discount(from.discount());
      case VAT_REASON -> to.vatReason(from.vatReason());
      case TERMS -> to.terms(from.terms());
      case TAGS -> to.tags(from.tags());
      case CUSTOM -> to.custom(from.custom());
      case OWNER -> to.ownerId(from.ownerId());
    }
  }
}
