package eu.rempart.company;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.VatNumbers;
import eu.rempart.common.custom.CustomValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds {@link CompanyData} step by step; blank texts become null. */
public final class CompanyDataBuilder {

  private @Nullable UUID ownerId;
  private @Nullable String name;
  private @Nullable String website;
  private List<EmailEntry> emails = List.of();
  private List<PhoneEntry> phones = List.of();
  private List<PostalAddress> addresses = List.of();
  private @Nullable CompanyType type;
  private @Nullable String industry;
  private @Nullable CompanySize size;
  private @Nullable BigDecimal annualRevenue;
  private @Nullable String revenueCurrency;
  private @Nullable CompanyId parentCompanyId;
  private @Nullable String vatNumber;
  private @Nullable String registerNumber;
  private @Nullable String language;
  private @Nullable String description;
  private @Nullable String externalId;
  private Set<UUID> tags = Set.of();
  private CustomValues custom = CustomValues.NONE;

  CompanyDataBuilder() {}

  CompanyDataBuilder(CompanyData from) {
    ownerId = from.ownerId();
    name = from.name();
    website = from.website();
    emails = from.emails();
    phones = from.phones();
    addresses = from.addresses();
    type = from.type();
    industry = from.industry();
    size = from.size();
    annualRevenue = from.annualRevenue();
    revenueCurrency = from.revenueCurrency();
    parentCompanyId = from.parentCompanyId();
    vatNumber = from.vatNumber();
    registerNumber = from.registerNumber();
    language = from.language();
    description = from.description();
    externalId = from.externalId();
    tags = from.tags();
    custom = from.custom();
  }

  public CompanyDataBuilder ownerId(@Nullable UUID value) {
    ownerId = value;
    return this;
  }

  public CompanyDataBuilder name(@Nullable String value) {
    name = text(value);
    return this;
  }

  public CompanyDataBuilder website(@Nullable String value) {
    website = text(value);
    return this;
  }

  public CompanyDataBuilder emails(List<EmailEntry> value) {
    emails = value;
    return this;
  }

  public CompanyDataBuilder phones(List<PhoneEntry> value) {
    phones = value;
    return this;
  }

  public CompanyDataBuilder addresses(List<PostalAddress> value) {
    addresses = value;
    return this;
  }

  public CompanyDataBuilder type(@Nullable CompanyType value) {
    type = value;
    return this;
  }

  public CompanyDataBuilder industry(@Nullable String value) {
    industry = text(value);
    return this;
  }

  public CompanyDataBuilder size(@Nullable CompanySize value) {
    size = value;
    return this;
  }

  public CompanyDataBuilder annualRevenue(@Nullable BigDecimal value) {
    annualRevenue = value;
    return this;
  }

  public CompanyDataBuilder revenueCurrency(@Nullable String value) {
    revenueCurrency = text(value);
    return this;
  }

  public CompanyDataBuilder parentCompanyId(@Nullable CompanyId value) {
    parentCompanyId = value;
    return this;
  }

  public CompanyDataBuilder vatNumber(@Nullable String value) {
    vatNumber = VatNumbers.kept(text(value));
    return this;
  }

  public CompanyDataBuilder registerNumber(@Nullable String value) {
    registerNumber = text(value);
    return this;
  }

  public CompanyDataBuilder language(@Nullable String value) {
    language = text(value);
    return this;
  }

  public CompanyDataBuilder description(@Nullable String value) {
    description = text(value);
    return this;
  }

  public CompanyDataBuilder externalId(@Nullable String value) {
    externalId = text(value);
    return this;
  }

  public CompanyDataBuilder tags(Set<UUID> value) {
    tags = value;
    return this;
  }

  public CompanyDataBuilder custom(CustomValues value) {
    custom = value;
    return this;
  }

  public CompanyData build() {
    return new CompanyData(
        ownerId,
        name,
        website,
        emails,
        phones,
        addresses,
        type,
        industry,
        size,
        annualRevenue,
        revenueCurrency,
        parentCompanyId,
        vatNumber,
        registerNumber,
        language,
        description,
        externalId,
        tags,
        custom);
  }

  private static @Nullable String text(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String seen = InvisibleMarks.strip(value).strip();
    return seen.isEmpty() ? null : seen;
  }
}
