package eu.rempart.exchange.run;

import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that rows speak of: among those that are there, by the index, and among those
 * that the same file brought further up. Keys are the source's own id, then an e-mail address of a
 * person, or the name of a company.
 */
final class Matcher {

  private final CompanyService companies;
  private final ContactService contacts;
  private final Map<String, CompanyId> companiesOfFile = new HashMap<>();
  private final Set<String> peopleOfFile = new HashSet<>();

  Matcher(CompanyService companies, ContactService contacts) {
    this.companies = companies;
    this.contacts = contacts;
  }

  /** Whether a row further up was the same person; remembers this one. */
  boolean seenPerson(@Nullable String externalId, Collection<String> emails) {
    boolean seen = false;
    if (externalId != null) {
      seen = !peopleOfFile.add("id:" + externalId);
    }
    for (String email : emails) {
      seen |= !peopleOfFile.add("mail:" + email) && externalId == null;
    }
    return seen;
  }

  List<ContactId> people(@Nullable String externalId, Collection<String> emails) {
    return contacts.matching(externalId, emails);
  }

  /** The company of this file, if a row further up had it. */
  Optional<CompanyId> companyOfFile(@Nullable String externalId, @Nullable String name) {
    CompanyId byId = externalId == null ? null : companiesOfFile.get("id:" + externalId);
    CompanyId found = byId != null || name == null ? byId : companiesOfFile.get(nameKey(name));
    return Optional.ofNullable(found);
  }

  void remember(@Nullable String externalId, @Nullable String name, CompanyId id) {
    if (externalId != null) {
      companiesOfFile.put("id:" + externalId, id);
    }
    if (name != null) {
      companiesOfFile.put(nameKey(name), id);
    }
  }

  List<CompanyId> companies(@Nullable String externalId, @Nullable String name) {
    return companies.matching(externalId, name);
  }

  private static String nameKey(String name) {
    return "name:" + name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
