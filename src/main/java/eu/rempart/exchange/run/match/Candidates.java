package eu.rempart.exchange.run.match;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.ExternalId;
import eu.rempart.common.PhoneEntry;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of the records that some hundred rows may speak of they mean. The key of the
 * program that wrote the file decides alone. An e-mail address decides only together with the name:
 * several people share {@code info@…}. Another key of the same program says that it is somebody
 * else.
 */
public record Candidates(Map<ContactId, Contact> people, Map<CompanyId, Company> firms) {

  /**
   * What was found.
   *
   * @param ids more than one: a person must say which
   * @param alike somebody else has the same e-mail address or key
   */
  public record Found<T>(List<T> ids, boolean alike) {}

  public Found<ContactId> people(ContactData row, Collection<ContactId> ids) {
    List<Contact> known =
        ids.stream().distinct().map(people::get).filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      return new Found<>(List.of(), false);
    }
    SameName name = SameName.of(row);
    List<ExternalId> keys = ExternalId.parse(row.externalId());
    List<Contact> byKey =
        known.stream()
            .filter(c -> hasKey(keys, c.data().externalId(), c.id().value().toString()))
            .filter(c -> isTelling(keys) || agrees(name, c) || sharesEmail(row, c))
            .toList();
    if (!byKey.isEmpty()) {
      return new Found<>(byKey.stream().map(Contact::id).toList(), false);
    }
    List<Contact> near =
        known.stream().filter(c -> sharesEmail(row, c) || sharesPhone(row, c, name)).toList();
    List<Contact> same =
        near.stream()
            .filter(c -> agrees(name, c) && !isAnother(keys, c.data().externalId()))
            .toList();
    List<Contact> exact = same.stream().filter(c -> name.isExactly(SameName.of(c.data()))).toList();
    List<Contact> meant = exact.isEmpty() ? same : exact;
    return new Found<>(meant.stream().map(Contact::id).toList(), !near.isEmpty());
  }

  /** Whether the name alone does not say which company is meant. */
  public static boolean needsReading(CompanyData row) {
    return isTelling(ExternalId.parse(row.externalId()));
  }

  public Found<CompanyId> firms(CompanyData row, Collection<CompanyId> ids) {
    if (!needsReading(row)) {
      return new Found<>(ids.stream().distinct().toList(), !ids.isEmpty());
    }
    List<Company> known = ids.stream().distinct().map(firms::get).filter(Objects::nonNull).toList();
    List<ExternalId> keys = ExternalId.parse(row.externalId());
    Predicate<Company> hasKey = c -> hasKey(keys, c.data().externalId(), c.id().value().toString());
    List<Company> byKey = known.stream().filter(hasKey).toList();
    List<Company> meant =
        byKey.isEmpty()
            ? known.stream().filter(c -> !isAnother(keys, c.data().externalId())).toList()
            : byKey;
    return new Found<>(meant.stream().map(Company::id).toList(), !known.isEmpty());
  }

  private static boolean hasKey(List<ExternalId> keys, @Nullable String record, String own) {
    return keys.stream().anyMatch(key -> key.id().equals("urn:uuid:" + own))
        || ExternalId.parse(record).stream().anyMatch(keys::contains);
  }

  private static boolean isTelling(List<ExternalId> keys) {
    return keys.stream().anyMatch(ExternalId::isTelling);
  }

  /** Cards get new keys easily; of a table of somebody's own nobody knows whose keys it has. */
  private static boolean isAnother(List<ExternalId> keys, @Nullable String record) {
    return keys.stream()
        .filter(key -> !key.system().isEmpty() && !key.system().equals("vcard"))
        .anyMatch(
            key ->
                ExternalId.parse(record).stream()
                    .anyMatch(other -> other.system().equals(key.system())));
  }

  private static boolean agrees(SameName name, Contact contact) {
    return name.agreesWith(SameName.of(contact.data()));
  }

  private static boolean sharesEmail(ContactData row, Contact contact) {
    Set<EmailAddress> emails = new HashSet<>();
    contact.data().emails().stream().map(EmailEntry::address).forEach(emails::add);
    return row.emails().stream().map(EmailEntry::address).anyMatch(emails::contains);
  }

  /** Colleagues share the number of their house: it counts only with the same whole name. */
  private static boolean sharesPhone(ContactData row, Contact contact, SameName name) {
    return row.emails().isEmpty()
        && name.isExactly(SameName.of(contact.data()))
        && row.phones().stream()
            .map(PhoneEntry::number)
            .anyMatch(
                number ->
                    contact.data().phones().stream()
                        .anyMatch(p -> p.number().dialled().equals(number.dialled())));
  }
}
