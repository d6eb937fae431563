package eu.rempart.exchange.run.match;

import eu.rempart.common.ExactName;
import eu.rempart.common.ExternalId;
import eu.rempart.common.PhoneEntry;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers whom the rows further up of the same file spoke of. For one file, on one thread. */
public final class FileMemory {

  private final Map<String, CompanyId> companies = new HashMap<>();

  /** Names of companies with a key: another key is another company of the same name. */
  private final Set<String> named = new HashSet<>();

  private final Set<String> keys = new HashSet<>();

  /** Whose an e-mail address is, or a phone number where the row has nothing else. */
  private final Map<String, Object> people = new HashMap<>();

  /** Who was called so, as text: most addresses are one person's. */
  private record Name(String first, String last) {}

  /** What became of the same key, address or number further up. */
  public enum Seen {
    NOT_YET,
    /** It was somebody with another name. */
    SOMEBODY_ELSE,
    SAME_PERSON
  }

  /** Whether a row further up was the same person; remembers this one. */
  public Seen person(ContactData data) {
    List<ExternalId> ids = ExternalId.parse(data.externalId());
    boolean known = false;
    for (ExternalId id : ids) {
      known |= !keys.add(id.key());
    }
    List<String> ways = new ArrayList<>(Records.emailKeys(data));
    if (ways.isEmpty() && ids.isEmpty()) {
      data.phones().stream().map(PhoneEntry::number).forEach(n -> ways.add(n.dialled()));
    }
    Seen seen = Seen.NOT_YET;
    for (String way : ways) {
      Seen here = meet(way, data);
      seen = here.compareTo(seen) > 0 ? here : seen;
    }
    if (known) {
      return Seen.SAME_PERSON;
    }
    // keys that differ keep people apart who have one address and one name
    return seen == Seen.SAME_PERSON && !ids.isEmpty() ? Seen.SOMEBODY_ELSE : seen;
  }

  private Seen meet(String way, ContactData data) {
    Name name = new Name(text(data.firstName()), text(data.lastName()));
    Object before = people.putIfAbsent(way, name);
    if (before == null) {
      return Seen.NOT_YET;
    }
    SameName same = SameName.of(data);
    boolean phone = way.indexOf('@') < 0;
    List<Name> names = before instanceof Name one ? List.of(one) : ((Names) before).all();
    for (Name other : names) {
      SameName there = SameName.of(other.first(), other.last());
      if (phone ? same.isExactly(there) : same.agreesWith(there)) {
        return Seen.SAME_PERSON;
      }
    }
    List<Name> more = new ArrayList<>(names);
    more.add(name);
    people.put(way, new Names(more));
    return phone ? Seen.NOT_YET : Seen.SOMEBODY_ELSE;
  }

  private record Names(List<Name> all) {}

  /** The company of this file, if a row further up had it. */
  public Optional<CompanyId> company(CompanyData data) {
    boolean telling = false;
    for (ExternalId key : ExternalId.parse(data.externalId())) {
      CompanyId byKey = companies.get("key:" + key.key());
      if (byKey != null) {
        return Optional.of(byKey);
      }
      telling |= key.isTelling();
    }
    String name = data.name();
    return name == null || (telling && named.contains(nameKey(name)))
        ? Optional.empty()
        : Optional.ofNullable(companies.get(nameKey(name)));
  }

  public void remember(CompanyData data, CompanyId id) {
    List<ExternalId> ids = ExternalId.parse(data.externalId());
    ids.forEach(key -> companies.put("key:" + key.key(), id));
    String name = data.name();
    if (name != null) {
      companies.putIfAbsent(nameKey(name), id);
      if (ids.stream().anyMatch(ExternalId::isTelling)) {
        named.add(nameKey(name));
      }
    }
  }

  private static String nameKey(String name) {
    return "name:" + ExactName.of(name);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
