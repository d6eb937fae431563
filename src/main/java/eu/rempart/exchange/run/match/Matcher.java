package eu.rempart.exchange.run.match;

import eu.rempart.common.ExternalId;
import eu.rempart.common.PhoneEntry;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.run.MatchPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds, by the index, the records that rows may speak of: by the key of the program that wrote the
 * file, by e-mail, by phone where a row has neither, and companies by their name. Who is meant is
 * decided once they have been read: see {@link Candidates}.
 */
public final class Matcher {

  private static final String OWN = "urn:uuid:";

  /** All that are found are opened: of a number or an address of a whole firm that is too much. */
  private static final int MOST = 500;

  private final CompanyService companies;
  private final ContactService contacts;
  private final FileMemory memory;
  private final ImportSource source;
  private final MatchPolicy policy;
  private final FileTags tags;

  public Matcher(
      CompanyService companies,
      ContactService contacts,
      FileMemory memory,
      ImportSource source,
      MatchPolicy policy,
      FileTags tags) {
    this.companies = companies;
    this.contacts = contacts;
    this.memory = memory;
    this.source = source;
    this.policy = policy;
    this.tags = tags;
  }

  /** What these rows say, in their order, and which records each may speak of. */
  public List<Sought> seek(List<ImportedRow> rows) {
    List<@Nullable ContactData> said = new ArrayList<>();
    rows.forEach(row -> said.add(person(row)));
    boolean known =
        policy != MatchPolicy.CREATE && anybodyIsThere(said.stream().filter(Objects::nonNull));
    List<Sought> sought = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      sought.add(seek(rows.get(i), said.get(i), known));
    }
    return sought;
  }

  private @Nullable ContactData person(ImportedRow row) {
    return row.person() == null || !row.imported()
        ? null
        : Records.contact(row.person(), source, tags);
  }

  /**
   * Whether the index knows any of these people: asked once for all of them, since most files bring
   * people who are new, and a question costs more than reading a row.
   */
  private boolean anybodyIsThere(Stream<ContactData> people) {
    Set<String> keys = new HashSet<>();
    Set<String> emails = new HashSet<>();
    Set<String> phones = new HashSet<>();
    people.forEach(
        person -> {
          List<ExternalId> its = ExternalId.parse(person.externalId());
          its.forEach(key -> keys.add(key.key()));
          emails.addAll(Records.emailKeys(person));
          if (its.isEmpty() && person.emails().isEmpty()) {
            phones.addAll(phones(person));
          }
        });
    return !contacts.matching(keys, emails, Set.of(), 1).isEmpty()
        || !contacts.matching(Set.of(), Set.of(), phones, 1).isEmpty();
  }

  private Sought seek(ImportedRow row, @Nullable ContactData person, boolean known) {
    if (!row.imported()) {
      return new Sought(row, null, List.of(), List.of(), List.of(), List.of());
    }
    List<CompanyData> firms =
        row.companies().stream()
            .map(link -> Records.company(link.company(), source, tags))
            .toList();
    return new Sought(
        row,
        person,
        person == null || policy == MatchPolicy.CREATE ? List.of() : people(person, known),
        firms,
        firms.stream().map(this::firms).toList(),
        person == null ? parents(row) : List.of());
  }

  private List<CompanyId> parents(ImportedRow row) {
    return row.companies().stream()
        .map(link -> link.company().parentName())
        .filter(name -> !name.isEmpty())
        .flatMap(name -> companies.matching(null, name).stream())
        .toList();
  }

  private List<ContactId> people(ContactData person, boolean known) {
    List<ExternalId> keys = ExternalId.parse(person.externalId());
    List<ContactId> found = new ArrayList<>();
    if (known) {
      List<String> texts = keys.stream().map(ExternalId::key).toList();
      found.addAll(contacts.matching(texts, Records.emailKeys(person), phones(person), MOST));
      if (found.size() == MOST && !texts.isEmpty()) {
        // whose key it is decides alone, and must not be lost among those who share an address
        found.addAll(contacts.matching(texts, Set.of(), Set.of(), MOST));
      }
    }
    keys.stream()
        .filter(key -> key.id().startsWith(OWN))
        .map(key -> own(key.id().substring(OWN.length())))
        .flatMap(List::stream)
        .map(ContactId::new)
        .forEach(found::add);
    return found;
  }

  /** Companies that rows further up had need not be looked for again. */
  private List<CompanyId> firms(CompanyData firm) {
    if (memory.company(firm).isPresent()) {
      return List.of();
    }
    List<ExternalId> keys = ExternalId.parse(firm.externalId());
    String key = keys.isEmpty() ? null : keys.getFirst().key();
    List<CompanyId> found = new ArrayList<>(companies.matching(key, firm.name()));
    if (key != null && key.startsWith(OWN)) {
      own(key.substring(OWN.length())).stream().map(CompanyId::new).forEach(found::add);
    }
    return found;
  }

  private static List<String> phones(ContactData person) {
    return person.phones().stream()
        .map(PhoneEntry::number)
        .filter(number -> number.understood())
        .map(number -> number.dialled())
        .toList();
  }

  /** The id of a record of this product, as exports write it; none for anything else. */
  private static List<UUID> own(String text) {
    try {
      return List.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }
}
