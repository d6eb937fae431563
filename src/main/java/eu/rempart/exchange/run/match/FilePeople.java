package eu.rempart.exchange.run.match;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.ExactName;
import eu.rempart.common.ExternalId;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.NamedContacts;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.NamedPerson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the contacts that rows of deals and activities name, some hundred rows at once: by the key
 * of the program that wrote the file, by e-mail, and by name.
 */
public final class FilePeople {

  private final ContactService contacts;
  private final NamedContacts named;
  private final LinkService links;
  private final ImportSource source;

  public FilePeople(
      ContactService contacts, NamedContacts named, LinkService links, ImportSource source) {
    this.contacts = contacts;
    this.named = named;
    this.links = links;
    this.source = source;
  }

  /** What was found for some rows. */
  public final class Found {

    private final Map<String, List<ContactId>> byKey = new HashMap<>();
    private final Map<String, List<ContactId>> byEmail = new HashMap<>();
    private final Map<String, List<ContactId>> byName;
    private final Map<ContactId, String> names = new HashMap<>();
    private final Set<ContactId> reachable = new HashSet<>();
    private final Map<ContactId, Set<CompanyId>> companies;

    private Found(Collection<Contact> known, Map<String, List<ContactId>> byName) {
      this.byName = byName;
      for (Contact contact : known) {
        names.put(contact.id(), ExactName.of(contact.data().name().full()));
        for (ExternalId key : ExternalId.parse(contact.data().externalId())) {
          byKey.computeIfAbsent(key.key(), _ -> new ArrayList<>(1)).add(contact.id());
        }
        if (!contact.data().emails().isEmpty()) {
          reachable.add(contact.id());
        }
        for (EmailEntry email : contact.data().emails()) {
          byEmail
              .computeIfAbsent(email.address().value(), _ -> new ArrayList<>(1))
              .add(contact.id());
        }
      }
      this.companies =
          links.companiesOf(
              byName.values().stream()
                  .filter(ids -> ids.size() > 1 || reachable.containsAll(ids))
                  .flatMap(List::stream)
                  .toList());
    }

    /**
     * Those that the row may mean; more than one where it does not say which.
     *
     * @param firms companies that the same row names: of several people of one name, the one who
     *     works there is meant
     */
    public List<ContactId> of(NamedPerson person, Collection<CompanyId> firms) {
      String key = key(person);
      if (!key.isEmpty() && byKey.containsKey(key)) {
        return byKey.getOrDefault(key, List.of());
      }
      String name = ExactName.of(person.name());
      List<ContactId> mailed = byEmail.getOrDefault(person.email(), List.of());
      List<ContactId> both =
          name.isEmpty()
              ? mailed
              : mailed.stream().filter(id -> name.equals(names.get(id))).toList();
      if (!both.isEmpty()) {
        return both;
      }
      List<ContactId> called = byName.getOrDefault(name, List.of());
      List<ContactId> there =
          called.stream()
              .filter(id -> firms.stream().anyMatch(companies.getOrDefault(id, Set.of())::contains))
              .toList();
      if (!person.email().isEmpty()) {
        return addressed(mailed, called, there);
      }
      return called.size() > 1 && called.size() < NamedContacts.MOST && there.size() == 1
          ? there
          : called;
    }

    /**
     * Whose the address is, though they are called otherwise. A name alone doesn't outweigh it: who
     * has other addresses is meant only where they work at the company of the row.
     */
    private List<ContactId> addressed(
        List<ContactId> mailed, List<ContactId> called, List<ContactId> there) {
      if (mailed.isEmpty() && called.size() < NamedContacts.MOST && there.size() == 1) {
        return there;
      }
      Set<ContactId> meant = new LinkedHashSet<>(mailed);
      called.stream().filter(id -> !reachable.contains(id)).forEach(meant::add);
      return List.copyOf(meant);
    }
  }

  /** Looks for all of these at once. */
  public Found find(Collection<NamedPerson> people) {
    Set<String> keys = new HashSet<>();
    Set<String> emails = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (NamedPerson person : people) {
      add(keys, key(person));
      add(emails, person.email());
      add(names, person.name());
    }
    Set<ContactId> ids = new LinkedHashSet<>();
    if (!keys.isEmpty() || !emails.isEmpty()) {
      ids.addAll(contacts.matchingEach(keys, emails, NamedContacts.MOST));
    }
    Map<String, List<ContactId>> byName = names.isEmpty() ? Map.of() : named.of(names);
    // of those whom an address is named beside, what addresses they have
    for (NamedPerson person : people) {
      if (!person.email().isEmpty()) {
        ids.addAll(byName.getOrDefault(ExactName.of(person.name()), List.of()));
      }
    }
    return new Found(contacts.findAll(ids), byName);
  }

  private String key(NamedPerson person) {
    ExternalId key = source.key(person.externalId());
    return key == null ? "" : key.key();
  }

  private static void add(Set<String> to, String text) {
    if (!text.isEmpty()) {
      to.add(text);
    }
  }
}
