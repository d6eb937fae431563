package eu.rempart.company;

import eu.rempart.common.RecordField;
import eu.rempart.shell.merge.United;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a company, each with its column; the one list of them in this room. */
public enum CompanyField implements RecordField<CompanyData> {
  NAME("name", CompanyData::name),
  WEBSITE("website", CompanyData::website),
  EMAILS("emails", CompanyData::emails),
  PHONES("phones", CompanyData::phones),
  ADDRESSES("addresses", CompanyData::addresses),
  TYPE("type", CompanyData::type),
  INDUSTRY("industry", CompanyData::industry),
  SIZE("size", CompanyData::size),
  ANNUAL_REVENUE("annual_revenue", CompanyData::annualRevenue),
  REVENUE_CURRENCY("revenue_currency", CompanyData::revenueCurrency),
  PARENT("parent_company_id", CompanyData::parentCompanyId),
  VAT_NUMBER("vat_number", CompanyData::vatNumber),
  REGISTER_NUMBER("register_number", CompanyData::registerNumber),
  LANGUAGE("language", CompanyData::language),
  OWNER("owner_id", CompanyData::ownerId),
  DESCRIPTION("description", CompanyData::description),
  EXTERNAL_ID("external_id", CompanyData::externalId),
  TAGS("tags", CompanyData::tags),
  CUSTOM("custom", CompanyData::custom);

  private final String column;
  private final Function<CompanyData, @Nullable Object> value;

  CompanyField(String column, Function<CompanyData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public @Nullable Object valueIn(CompanyData data) {
    return value.apply(data);
  }

  /** The fields in which the two differ. */
  public static Set<CompanyField> changed(CompanyData before, CompanyData after) {
    return RecordField.changed(CompanyField.class, before, after);
  }

  /** One with the entries of lists, tags and own fields that another has besides. */
  public static CompanyData united(CompanyData one, CompanyData other) {
    return one.toBuilder()
        .emails(United.emails(one.emails(), other.emails()))
        .phones(United.phones(one.phones(), other.phones()))
        .addresses(United.addresses(one.addresses(), other.addresses()))
        .tags(United.tags(one.tags(), other.tags()))
        // of two values in one field the one of the record that stays
        .custom(one.custom().or(other.custom()))
        .build();
  }

  /** {@code target} with these fields taken from {@code source}. */
  public static CompanyData copy(Set<CompanyField> fields, CompanyData source, CompanyData target) {
    CompanyDataBuilder builder = target.toBuilder();
    fields.forEach(field -> field.copyTo(builder, source));
    return builder.build();
  }

  private void copyTo(CompanyDataBuilder to, CompanyData from) {
    switch (this) {
      case NAME -> to.name(from.name());
      case WEBSITE -> to.website(from.website());
      case EMAILS -> to.emails(from.emails());
      case PHONES -> to.phones(from.phones());
      case ADDRESSES -> to.addresses(from.addresses());
      case TYPE -> to.type(from.type());
      case INDUSTRY -> to.industry(from.industry());
      case SIZE -> to.size(from.size());
      case ANNUAL_REVENUE -> to.annualRevenue(from.annualRevenue());
      case REVENUE_CURRENCY -> to.revenueCurrency(from.revenueCurrency());
      case PARENT -> to.parentCompanyId(from.parentCompanyId());
      case VAT_NUMBER -> to.vatNumber(from.vatNumber());
      case REGISTER_NUMBER -> to.registerNumber(from.registerNumber());
      case LANGUAGE -> to.language(from.language());
      case OWNER -> to.ownerId(from.ownerId());
      case DESCRIPTION -> to.description(from.description());
      case EXTERNAL_ID -> to.externalId(from.externalId());
      case TAGS -> to.tags(from.tags());
      case CUSTOM -> to.custom(from.custom());
    }
  }
}
