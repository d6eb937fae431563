package eu.rempart.customfield;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The door to custom fields. Every method needs a right, and throws where it is missing. */
@Service
public class CustomFieldService {

  private final CustomFieldRepository repository;
  private final Writes writes;
  private final Rights rights;

  CustomFieldService(CustomFieldRepository repository, Writes writes, Rights rights) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
  }

  /** All fields that are not in the bin, in their order. */
  public List<CustomField> all() {
    rights.require(Right.READ_RECORDS);
    return repository.all();
  }

  /** Those that records of this kind have, in their order, without those that are hidden. */
  public List<CustomField> of(String kind) {
    return shown(kind, all());
  }

  /** As {@link #of}, of each of these kinds in their order, read at once. */
  public SequencedMap<String, List<CustomField>> ofEach(List<String> kinds) {
    List<CustomField> all = all();
    SequencedMap<String, List<CustomField>> each = new LinkedHashMap<>();
    kinds.forEach(kind -> each.put(kind, shown(kind, all)));
    return each;
  }

  private List<CustomField> shown(String kind, List<CustomField> all) {
    if (rights.hidden(kind).contains(CustomSight.ALL)) {
      return List.of();
    }
    Set<UUID> hidden = CustomSight.hidden(rights, kind);
    return all.stream()
        .filter(field -> field.records().contains(kind) && !hidden.contains(field.id()))
        .toList();
  }

  /** Those of this kind that whoever acts on this thread does not change. */
  public Set<UUID> fixed(String kind) {
    rights.require(Right.READ_RECORDS);
    return rights.fixed(kind).contains(CustomSight.ALL)
        ? of(kind).stream().map(CustomField::id).collect(Collectors.toSet())
        : CustomSight.fixed(rights, kind);
  }

  /** Those of these that records of this kind have, in the order of the ids. */
  public List<CustomField> these(String kind, List<UUID> ids) {
    List<CustomField> known = ids.isEmpty() ? List.of() : of(kind);
    return ids.stream()
        .flatMap(id -> known.stream().filter(field -> field.id().equals(id)))
        .toList();
  }

  /**
   * Values by what their fields are called, choices likewise: for somebody to take along. Those of
   * fields in the bin by their ids.
   */
  public Map<String, String> named(CustomValues values, Locale locale) {
    Map<UUID, CustomField> known =
        all().stream().collect(Collectors.toMap(CustomField::id, Function.identity()));
    Map<String, String> named = new TreeMap<>();
    values
        .byId()
        .forEach(
            (id, value) -> {
              CustomField field = known.get(id);
              if (field == null) {
                named.put(id.toString(), value);
              } else {
                named.merge(
                    field.label(locale), text(field, value, locale), (a, b) -> a + "; " + b);
              }
            });
    return named;
  }

  private static String text(CustomField field, String value, Locale locale) {
    if (!field.kind().choosing()) {
      return value;
    }
    Set<String> codes = CustomRules.codes(value);
    return field.choices().stream()
        .filter(choice -> codes.contains(choice.code()))
        .map(choice -> choice.label().in(locale))
        .collect(Collectors.joining("; "));
  }

  /**
   * Keeps a new field, behind the others.
   *
   * @throws InvalidFieldException if it can't be kept
   */
  public UUID create(CustomKind kind, CustomFieldData data) {
    rights.require(Right.MANAGE_FIELDS);
    CustomFieldRules.check(kind, data);
    UUID id = Ids.next();
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          repository.lockPlaces();
          List<CustomField> known = repository.all();
          if (known.size() >= CustomFieldRules.MAX_FIELDS) {
            throw new InvalidFieldException("custom_field.field.label", Problem.TOO_LONG);
          }
          int last = known.isEmpty() ? -1 : known.getLast().position();
          repository.insert(id, kind, data, last + 1);
          return id;
        });
  }

  /**
   * Saves what changes of a field; false where somebody else did so or archived it meanwhile.
   * Choices that are left out are kept as retired ones: records may have them.
   *
   * @throws InvalidFieldException if it can't be kept
   */
  public boolean save(UUID id, int version, CustomFieldData data) {
    rights.require(Right.MANAGE_FIELDS);
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          Optional<CustomField> before = find(id);
          if (before.isEmpty()) {
            return false;
          }
          CustomFieldData kept = keeping(before.get(), data);
          CustomFieldRules.check(before.get().kind(), kept);
          return repository.update(id, version, kept);
        });
  }

  private Optional<CustomField> find(UUID id) {
    return repository.all().stream().filter(field -> field.id().equals(id)).findFirst();
  }

  private static CustomFieldData keeping(CustomField before, CustomFieldData data) {
    var choices = new ArrayList<>(data.choices());
    before.choices().stream()
        .filter(
            old -> data.choices().stream().noneMatch(choice -> choice.code().equals(old.code())))
        .map(old -> new CustomChoice(old.code(), old.label(), true))
        .forEach(choices::add);
    return new CustomFieldData(
        data.label(), data.records(), data.lists(), data.required(), choices);
  }

  /** Gives the fields this order; those that are left out, or gone, are passed over. */
  public void order(List<UUID> ids) {
    rights.require(Right.MANAGE_FIELDS);
    writes.run(
        Reason.EDIT,
        change -> {
          repository.lockPlaces();
          List<CustomField> known = repository.all();
          for (int place = 0; place < ids.size(); place++) {
            UUID id = ids.get(place);
            int to = place;
            known.stream()
                .filter(field -> field.id().equals(id) && field.position() != to)
                .forEach(field -> repository.place(id, to));
          }
        });
  }

  /**
   * Moves a field to the bin. Records keep their values in it, and show them again once it comes
   * back.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(UUID id) {
    rights.require(Right.MANAGE_FIELDS);
    return writes.change(Reason.ARCHIVE, () -> repository.delete(id));
  }
}
