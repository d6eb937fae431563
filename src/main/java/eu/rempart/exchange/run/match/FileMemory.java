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

  /** Names of people whom nothing but their name tells. */
  private final Set<String> unreachable = new HashSet<>();

  /** Whose a key of the program that wrote the file is. */
  private final Map<String, FilePerson> keys = new HashMap<>();

  /** Whose an e-mail address is, or a phone number where the row has nothing else. */
  private final Map<String, Object> people = new HashMap<>();

  /** Who was called so, as text: most addresses are one person's. */
  private record Name(String first, String last, FilePerson who) {}

  private record Names(List<Name> all) {}

  /** What became of the same key, address or number further up. */
  public enum Seen {
    NOT_YET,
    /** It was somebody with another name. */
    SOMEBODY_ELSE,
    SAME_PERSON
  }

  /**
   * What is known of the person of a row.
   *
   * @param who of a row further up where it was the same person; nobody knows who it is where it
   *     may have been one of two
   */
  public record Met(Seen seen, FilePerson who) {}

  /** Whether a row further up was the same person, and who; remembers this one. */
  public Met person(ContactData data) {
    List<ExternalId> ids = ExternalId.parse(data.externalId());
    FilePerson byKey = null;
    for (ExternalId id : ids) {
      byKey = byKey == null ? keys.get(id.key()) : byKey;
    }
    List<String> unmet = new ArrayList<>();
    FilePerson near = null;
    Seen seen = Seen.NOT_YET;
    for (String way : ways(data, ids)) {
      FilePerson here = calledSo(way, data);
      if (here == null) {
        unmet.add(way);
        seen = isPhone(way) || !people.containsKey(way) ? seen : atLeast(seen, Seen.SOMEBODY_ELSE);
      } else {
        near = near == null ? here : near;
        seen = Seen.SAME_PERSON;
      }
    }
    // keys that differ keep people apart who have one address and one name
    boolean apart = byKey == null && near != null && !ids.isEmpty();
    if (near != null && apart) {
      near.hasTwin();
    }
    FilePerson who = byKey != null ? byKey : near == null || apart ? new FilePerson() : near;
    ids.forEach(id -> keys.putIfAbsent(id.key(), who));
    unmet.forEach(way -> remember(way, data, who));
    if (byKey != null) {
      return new Met(Seen.SAME_PERSON, who);
    }
    if (seen == Seen.NOT_YET && isUnreachable(data, ids) && !unreachable.add(fullName(data))) {
      return new Met(Seen.SOMEBODY_ELSE, who);
    }
    return who.isMistakable()
        ? new Met(seen, new FilePerson())
        : new Met(apart ? Seen.SOMEBODY_ELSE : seen, who);
  }

  /** Whether nothing but the name tells who it is. */
  private static boolean isUnreachable(ContactData data, List<ExternalId> ids) {
    return ids.isEmpty()
        && data.emails().isEmpty()
        && data.phones().isEmpty()
        && !fullName(data).isEmpty();
  }

  private static String fullName(ContactData data) {
    return ExactName.of(data.name().full());
  }

  private static List<String> ways(ContactData data, List<ExternalId> ids) {
    List<String> ways = new ArrayList<>(Records.emailKeys(data));
    if (ways.isEmpty() && ids.isEmpty()) {
      data.phones().stream().map(PhoneEntry::number).forEach(n -> ways.add(n.dialled()));
    }
    return ways;
  }

  private static Seen atLeast(Seen one, Seen other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static boolean isPhone(String way) {
    return way.indexOf('@') < 0;
  }

  private @Nullable FilePerson calledSo(String way, ContactData data) {
    Object before = people.get(way);
    if (before == null) {
      return null;
    }
    SameName same = SameName.of(data);
    for (Name other : before instanceof Name one ? List.of(one) : ((Names) before).all()) {
      SameName there = SameName.of(other.first(), other.last());
      if (isPhone(way) ? same.isExactly(there) : same.agreesWith(there)) {
        return other.who();
      }
    }
    return null;
  }

  private void remember(String way, ContactData data, FilePerson who) {
    Name name = new Name(text(data.firstName()), text(data.lastName()), who);
    people.merge(
        way,
        name,
        (before, _) -> {
          List<Name> more =
              new ArrayList<>(before instanceof Name one ? List.of(one) : ((Names) before).all());
          more.add(name);
          return new Names(more);
        });
  }

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
