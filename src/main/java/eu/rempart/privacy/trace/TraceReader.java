package eu.rempart.privacy.trace;

import eu.rempart.account.Rights;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens records with all of their versions, and says what they have to do with a person. */
@Component
class TraceReader {

  private static final String CONTACT = "contact";
  private static final Set<String> ADDRESSED = Set.of("sender", "recipients", "copies");

  private final TraceQueries queries;
  private final RecordKinds kinds;
  private final HistoryService history;
  private final Rights rights;
  private final Holders holders;

  TraceReader(
      TraceQueries queries,
      RecordKinds kinds,
      HistoryService history,
      Rights rights,
      Holders holders) {
    this.queries = queries;
    this.kinds = kinds;
    this.history = history;
    this.rights = rights;
    this.holders = holders;
  }

  /**
   * What a search asks of each record.
   *
   * @param indexed what the index names
   */
  record Asked(UUID person, PersonNames names, Reach reach, Set<RecordRef> indexed) {}

  /** By what a person is and was named. */
  PersonNames names(UUID person) {
    KeptTable<?, ?, ?> table = KeptTables.CONTACT;
    Set<UUID> records = new LinkedHashSet<>(queries.merged(person));
    records.add(person);
    List<KeptRow> versions = new ArrayList<>();
    for (var place : List.of(table.live(), table.archive(), table.history())) {
      versions.addAll(queries.rows(table, place, "id", records));
    }
    return new PersonNames(versions, holders.than(records));
  }

  /** Of these records those that have to do with the person. */
  List<PersonTrace> traces(String kind, Collection<UUID> ids, Asked asked) {
    KeptTable<?, ?, ?> table = KeptTables.of(kind);
    Map<UUID, Seen> seen = new LinkedHashMap<>();
    read(table, "id", ids, asked, seen);
    if (kind.equals("document")) {
      read(KeptTables.DOCUMENT_FILE, "document_id", ids, asked, seen);
    }
    seen.values().removeIf(each -> each.theirs);
    seen.forEach((id, each) -> each.indexed = asked.indexed().contains(new RecordRef(kind, id)));
    Map<UUID, String> called = history.names(kind, seen.keySet());
    Set<UUID> shared =
        kind.equals("document") ? queries.shared(seen.keySet(), asked.person()) : Set.of();
    List<PersonTrace> traces = new ArrayList<>();
    seen.forEach(
        (id, each) -> {
          Tie tie = tie(kind, id, each, asked);
          if (tie != Tie.TEXT || each.isNamed() || each.former > 0) {
            traces.add(
                each.trace(
                    new RecordRef(kind, id),
                    called.getOrDefault(id, ""),
                    tie,
                    kind.equals(PersonTrace.MAIL) ? !each.addressed : shared.contains(id)));
          }
        });
    return traces;
  }

  private void read(
      KeptTable<?, ?, ?> table,
      String by,
      Collection<UUID> ids,
      Asked asked,
      Map<UUID, Seen> seen) {
    for (KeptRow row : queries.rows(table, table.live(), by, ids)) {
      Seen each = seen(seen, row, by, asked);
      each.live = true;
      each.frozen |= isFrozen(row);
      each.now(naming(row, asked, each));
    }
    for (KeptRow row : queries.rows(table, table.archive(), by, ids)) {
      seen(seen, row, by, asked).now(naming(row, asked, seen(seen, row, by, asked)));
    }
    for (KeptRow row : queries.rows(table, table.history(), by, ids)) {
      seen(seen, row, by, asked).before(naming(row, asked, seen(seen, row, by, asked)));
    }
  }

  private static Seen seen(Map<UUID, Seen> seen, KeptRow row, String by, Asked asked) {
    UUID record = Objects.requireNonNull(row.uuid(by));
    Seen each = seen.computeIfAbsent(record, _ -> new Seen());
    each.theirs |=
        KeptTables.of(row.kind()).belongsTo().entrySet().stream()
            .anyMatch(
                parent ->
                    parent.getValue().equals(CONTACT)
                        && asked.person().equals(row.uuid(parent.getKey())));
    return each;
  }

  private static boolean isFrozen(KeptRow row) {
    return row.kind().equals("quote") && !"DRAFT".equals(row.text("state"));
  }

  private Naming naming(KeptRow row, Asked asked, Seen seen) {
    Map<String, Naming> columns = columns(row, asked.names());
    seen.addressed |=
        columns.keySet().stream()
            .filter(ADDRESSED::contains)
            .anyMatch(column -> addressed(row, column, asked.names()));
    return columns.containsValue(Naming.SURE)
        ? Naming.SURE
        : columns.isEmpty() ? Naming.NO : Naming.LIKELY;
  }

  /** By an address that nobody else has: a name alone may be a namesake's. */
  private static boolean addressed(KeptRow row, String column, PersonNames names) {
    return KeptTables.of(row.kind()).businessColumns().stream()
        .filter(each -> each.name().equals(column))
        .map(each -> row.value(each).orNull())
        .anyMatch(value -> value != null && names.addressed(value));
  }

  /** The columns of a row that name the person, among those that whoever asks may see. */
  Map<String, Naming> columns(KeptRow row, PersonNames names) {
    RecordKind kind = kinds.of(row.kind());
    Set<String> hidden = rights.hidden(row.kind());
    Map<String, Naming> found = new LinkedHashMap<>();
    for (KeptColumn column : KeptTables.of(row.kind()).businessColumns()) {
      if (column.sealed() == null || hidden.contains(column.name())) {
        continue;
      }
      Object value = row.value(column).orNull();
      if (value instanceof String text) {
        value = kind.whole(column.name(), text);
      }
      Naming naming = value == null ? Naming.NO : names.in(value);
      if (naming != Naming.NO) {
        found.put(column.name(), naming);
      }
    }
    return found;
  }

  private static Tie tie(String kind, UUID id, Seen seen, Asked asked) {
    return switch (kind) {
      case PersonTrace.MAIL ->
          seen.addressed || asked.reach().isTied(kind, id) ? Tie.MAIL : Tie.TEXT;
      case PersonTrace.ATTENDEE -> seen.isNamed() || seen.former > 0 ? Tie.ACTIVITY : Tie.TEXT;
      case "activity" -> asked.reach().isTied(kind, id) ? Tie.ACTIVITY : Tie.TEXT;
      case "document" -> asked.reach().isTied(kind, id) ? Tie.DOCUMENT : Tie.TEXT;
      case "quote" -> asked.reach().isTied(kind, id) ? Tie.QUOTE : Tie.TEXT;
      case CONTACT -> asked.reach().isTied(kind, id) ? Tie.SELF : Tie.TEXT;
      default -> Tie.TEXT;
    };
  }

  /** What was seen of one record up to now. */
  private static final class Seen {

    private boolean theirs;
    private boolean live;
    private boolean frozen;
    private boolean addressed;
    private boolean indexed;
    private boolean named;
    private boolean sure;
    private int former;
    private int certain;

    void now(Naming naming) {
      named |= naming != Naming.NO;
      sure |= naming == Naming.SURE;
    }

    void before(Naming naming) {
      former += naming == Naming.NO ? 0 : 1;
      certain += naming == Naming.SURE ? 1 : 0;
      sure |= naming == Naming.SURE;
    }

    /** The index knows words that no column holds, such as those of a document. */
    boolean isNamed() {
      return named || indexed;
    }

    PersonTrace trace(RecordRef record, String name, Tie tie, boolean shared) {
      return new PersonTrace(
          record, name, tie, !live, isNamed(), former, certain, sure, frozen, shared);
    }
  }
}
