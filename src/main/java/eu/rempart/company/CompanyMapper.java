package eu.rempart.company;

import eu.rempart.common.custom.CustomText;
import eu.rempart.db.generated.CompanyWriter;
import eu.rempart.db.generated.OpenedCompany;
import eu.rempart.db.generated.Tables;
import eu.rempart.db.sealed.Opened;
import eu.rempart.tag.TagIds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Between fields and columns: what a row opens to, and what is sealed into one. */
final class CompanyMapper {

  private final Map<CompanyField, String> unopenable = new EnumMap<>(CompanyField.class);
  private final CompanyDataBuilder data = CompanyData.builder();

  private CompanyMapper() {}

  static List<? extends Field<?>> columns(Set<CompanyField> fields) {
    return fields.stream().<Field<?>>map(f -> Tables.COMPANY.field(f.column())).toList();
  }

  /** Opens these fields of a row, and nothing else. */
  static CompanyMapper open(OpenedCompany row, Set<CompanyField> fields) {
    CompanyMapper mapper = new CompanyMapper();
    fields.forEach(field -> mapper.read(field, row));
    return mapper;
  }

  CompanyData data() {
    return data.build();
  }

  Map<CompanyField, String> unopenable() {
    return unopenable;
  }

  private void read(CompanyField field, OpenedCompany row) {
    switch (field) {
      case NAME -> take(field, row.name(), data::name);
      case WEBSITE -> take(field, row.website(), data::website);
      case EMAILS -> takeList(field, row.emails(), data::emails);
      case PHONES -> takeList(field, row.phones(), data::phones);
      case ADDRESSES -> takeList(field, row.addresses(), data::addresses);
      case TYPE -> data.type(row.type() == null ? null : CompanyType.valueOf(row.type()));
      case INDUSTRY -> take(field, row.industry(), data::industry);
      case SIZE -> data.size(row.size() == null ? null : CompanySize.of(row.size()).orElse(null));
      case ANNUAL_REVENUE -> data.annualRevenue(row.annualRevenue());
      case REVENUE_CURRENCY -> data.revenueCurrency(row.revenueCurrency());
      case PARENT -> data.parentCompanyId(id(row.parentCompanyId()));
      case VAT_NUMBER -> take(field, row.vatNumber(), data::vatNumber);
      case REGISTER_NUMBER -> take(field, row.registerNumber(), data::registerNumber);
      case LANGUAGE -> data.language(row.language());
      case OWNER -> data.ownerId(row.ownerId());
      case DESCRIPTION -> take(field, row.description(), data::description);
      case EXTERNAL_ID -> take(field, row.externalId(), data::externalId);
      case TAGS -> data.tags(TagIds.of(row.tags()));
      case CUSTOM -> take(field, row.custom(), text -> data.custom(CustomText.values(text)));
    }
  }

  private static @Nullable CompanyId id(@Nullable UUID id) {
    return id == null ? null : new CompanyId(id);
  }

  private <T> void take(CompanyField field, Opened<T> opened, Consumer<@Nullable T> to) {
    switch (opened) {
      case Opened.Clear<T>(var value) -> to.accept(value);
      case Opened.Unopenable<T>(var code) -> unopenable.put(field, code);
    }
  }

  private <T> void takeList(CompanyField field, Opened<List<T>> opened, Consumer<List<T>> to) {
    take(field, opened, value -> to.accept(value == null ? List.of() : value));
  }

  static void write(CompanyField field, CompanyData data, CompanyWriter to) {
    switch (field) {
      case NAME -> to.name(data.name());
      case WEBSITE -> to.website(data.website());
      case EMAILS -> to.emails(data.emails().isEmpty() ? null : data.emails());
      case PHONES -> to.phones(data.phones().isEmpty() ? null : data.phones());
      case ADDRESSES -> to.addresses(data.addresses().isEmpty() ? null : data.addresses());
      case TYPE -> to.type(data.type() == null ? null : data.type().name());
      case INDUSTRY -> to.industry(data.industry());
      case SIZE -> to.size(data.size() == null ? null : data.size().range());
      case ANNUAL_REVENUE -> to.annualRevenue(data.annualRevenue());
      case REVENUE_CURRENCY -> to.revenueCurrency(data.revenueCurrency());
      case PARENT ->
          to.parentCompanyId(
              data.parentCompanyId() == null ? null : data.parentCompanyId().value());
      case VAT_NUMBER -> to.vatNumber(data.vatNumber());
      case REGISTER_NUMBER -> to.registerNumber(data.registerNumber());
      case LANGUAGE -> to.language(data.language());
      case OWNER -> to.ownerId(data.ownerId());
      case DESCRIPTION -> to.description(data.description());
      case EXTERNAL_ID -> to.externalId(data.externalId());
      case TAGS -> to.tags(TagIds.column(data.tags()));
      case CUSTOM -> to.custom(CustomText.write(data.custom()));
    }
  }
}
