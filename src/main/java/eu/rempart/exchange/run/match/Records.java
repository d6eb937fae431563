package eu.rempart.exchange.run.match;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.ExternalId;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyDataBuilder;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyType;
import eu.rempart.contact.ContactCompanyRole;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactDataBuilder;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRules;
import eu.rempart.contact.LinkData;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedCompany;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.value.Headcounts;
import eu.rempart.tag.TagRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From what a file says to what a record keeps, and how the two are merged. */
public final class Records {

  private Records() {}

  public static ContactData contact(ImportedPerson person, ImportSource source, FileTags fileTags) {
    FileTags.Read tags = fileTags.read(person.tags());
    return ContactData.builder()
        .salutation(person.salutation())
        .firstName(person.name().first())
        .lastName(person.name().last())
        .emails(person.emails())
        .phones(person.phones())
        .addresses(person.addresses())
        .birthday(person.birthday())
        .language(person.language())
        .doNotCall(person.doNotCall())
        .description(text(blank(person.description()), tags.rest()))
        .tags(tags.ids())
        .custom(person.custom())
        .externalId(key(source, person.externalId()))
        .build();
  }

  public static CompanyData company(
      ImportedCompany company, ImportSource source, FileTags fileTags) {
    FileTags.Read tags = fileTags.read(company.tags());
    return CompanyData.builder()
        .name(company.name())
        .website(company.website())
        .emails(company.emails())
        .phones(company.phones())
        .addresses(company.addresses())
        .type(choice(CompanyType.class, company.type()))
        .industry(company.industry())
        .size(Headcounts.read(company.size()).orElse(null))
        .annualRevenue(company.annualRevenue())
        .revenueCurrency(company.revenueCurrency())
        .vatNumber(company.vatNumber())
        .registerNumber(company.registerNumber())
        .language(company.language())
        .description(text(blank(company.description()), tags.rest()))
        .tags(tags.ids())
        .custom(company.custom())
        .externalId(key(source, company.externalId()))
        .build();
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text;
  }

  /** The record's tags and the row's, as far as there is room for them. */
  private static Set<UUID> tags(Set<UUID> record, Set<UUID> row) {
    Set<UUID> united = new LinkedHashSet<>(record);
    row.stream().sorted().filter(_ -> united.size() < TagRules.MAX_ON_RECORD).forEach(united::add);
    return united;
  }

  private static @Nullable String key(ImportSource source, String id) {
    ExternalId key = source.key(id);
    return key == null ? null : key.key();
  }

  public static LinkData link(ImportedLink link, boolean main) {
    return new LinkData(link.jobTitle(), choice(ContactCompanyRole.class, link.role()), true, main);
  }

  private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  /** The record with the row's values; empty ones change nothing, lists are united. */
  public static ContactData merge(ContactId id, ContactData record, ContactData row) {
    ContactDataBuilder merged = record.toBuilder();
    merged.salutation(or(row.salutation(), record.salutation()));
    merged.firstName(or(row.firstName(), record.firstName()));
    merged.lastName(or(row.lastName(), record.lastName()));
    merged.emails(unite(record.emails(), row.emails(), EmailEntry::address, Records::notPrimary));
    merged.phones(
        unite(record.phones(), row.phones(), p -> p.number().dialled(), Records::notPrimary));
    merged.addresses(addresses(record.addresses(), row.addresses()));
    merged.birthday(or(row.birthday(), record.birthday()));
    merged.language(or(row.language(), record.language()));
    merged.doNotCall(record.doNotCall() || row.doNotCall());
    merged.tags(tags(record.tags(), row.tags()));
    merged.custom(row.custom().or(record.custom()));
    merged.description(text(record.description(), row.description()));
    merged.externalId(keys(id.value(), record.externalId(), row.externalId()));
    return merged.build();
  }

  /** As {@link #merge(ContactId, ContactData, ContactData)}. */
  public static CompanyData merge(CompanyId id, CompanyData record, CompanyData row) {
    CompanyDataBuilder merged = record.toBuilder();
    merged.name(or(row.name(), record.name()));
    merged.website(or(row.website(), record.website()));
    merged.emails(unite(record.emails(), row.emails(), EmailEntry::address, Records::notPrimary));
    merged.phones(
        unite(record.phones(), row.phones(), p -> p.number().dialled(), Records::notPrimary));
    merged.addresses(addresses(record.addresses(), row.addresses()));
    merged.parentCompanyId(or(row.parentCompanyId(), record.parentCompanyId()));
    merged.type(or(row.type(), record.type()));
    merged.industry(or(row.industry(), record.industry()));
    merged.size(or(row.size(), record.size()));
    merged.annualRevenue(or(row.annualRevenue(), record.annualRevenue()));
    merged.revenueCurrency(or(row.revenueCurrency(), record.revenueCurrency()));
    merged.vatNumber(or(row.vatNumber(), record.vatNumber()));
    merged.registerNumber(or(row.registerNumber(), record.registerNumber()));
    merged.language(or(row.language(), record.language()));
    merged.tags(tags(record.tags(), row.tags()));
    merged.custom(row.custom().or(record.custom()));
    merged.description(text(record.description(), row.description()));
    merged.externalId(keys(id.value(), record.externalId(), row.externalId()));
    return merged.build();
  }

  /**
   * The record's keys with those of the row. One that no longer fits is left out, and so is the
   * record's own id, which our exports write.
   */
  private static @Nullable String keys(UUID own, @Nullable String record, @Nullable String row) {
    String keys = record;
    for (ExternalId key : ExternalId.parse(row)) {
      String more = ExternalId.add(keys, key);
      keys =
          more.length() > ContactRules.MAX_TEXT || key.equals(ExternalId.ours(own)) ? keys : more;
    }
    return keys;
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first != null ? first : second;
  }

  /** Notes are added, not replaced, and not twice. */
  private static @Nullable String text(@Nullable String record, @Nullable String row) {
    return record == null || row == null || record.contains(row)
        ? or(record, row)
        : record + "\n\n" + row;
  }

  /** Entries of the row that the record lacks come behind; the record keeps its primary one. */
  private static <T, K> List<T> unite(
      List<T> record, List<T> row, Function<T, K> key, Function<T, T> added) {
    Set<K> known = new HashSet<>(record.stream().map(key).toList());
    List<T> united = new ArrayList<>(record);
    for (T entry : row) {
      if (known.add(key.apply(entry))) {
        united.add(record.isEmpty() ? entry : added.apply(entry));
      }
    }
    return united;
  }

  /** An address of the row that says nothing which one of the record does not say is no address. */
  private static List<PostalAddress> addresses(
      List<PostalAddress> record, List<PostalAddress> row) {
    List<PostalAddress> united = new ArrayList<>(record);
    for (PostalAddress address : row) {
      if (united.stream().noneMatch(known -> says(known, address))) {
        united.add(address);
      }
    }
    return united;
  }

  private static boolean says(PostalAddress known, PostalAddress address) {
    return says(known.street(), address.street())
        && says(known.postalCode(), address.postalCode())
        && says(known.city(), address.city())
        && says(known.region(), address.region())
        && (address.country() == null || address.country().equals(known.country()));
  }

  private static boolean says(String known, String part) {
    return part.isEmpty() || part.equalsIgnoreCase(known);
  }

  private static EmailEntry notPrimary(EmailEntry e) {
    return new EmailEntry(e.address(), e.kind(), false, e.optedOut(), e.invalid());
  }

  private static PhoneEntry notPrimary(PhoneEntry p) {
    return new PhoneEntry(p.number(), p.kind(), false, p.doNotCall(), p.invalid());
  }

  public static List<String> emailKeys(ContactData data) {
    return data.emails().stream().map(EmailEntry::address).map(EmailAddress::value).toList();
  }
}
