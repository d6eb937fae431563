package eu.rempart.customfield;

import eu.rempart.account.Rights;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.common.custom.CustomValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds the values of records to what their fields are, before they are kept. */
@Component
public class CustomChecks {

  private final CustomFieldRepository repository;

  CustomChecks(CustomFieldRepository repository) {
    this.repository = repository;
  }

  /** What one record's values become. */
  public record Change(CustomValues before, CustomValues after) {}

  /**
   * Passes if each value that changes is one that its field can have, of a field that whoever acts
   * on this thread may change. Values of fields that lie in the bin, or are gone, pass as they are:
   * nobody sees them, and the field may come back.
   *
   * @param kind of the records
   * @throws InvalidFieldException if a value is none for its field
   * @throws eu.rempart.account.NotPermittedException if a field is fixed
   */
  public void check(Rights rights, String kind, CustomValues before, CustomValues after) {
    check(rights, kind, List.of(new Change(before, after)));
  }

  /** As {@link #check(Rights, String, CustomValues, CustomValues)}, of many records. */
  public void check(Rights rights, String kind, Collection<Change> changes) {
    if (changes.stream().allMatch(change -> change.before().equals(change.after()))) {
      return;
    }
    changes.forEach(
        change ->
            rights.requireColumns(
                kind,
                change.after().changed(change.before()).stream()
                    .map(CustomField::column)
                    .toList()));
    Map<UUID, CustomField> fields =
        repository.all().stream()
            .filter(field -> field.records().contains(kind))
            .collect(Collectors.toMap(CustomField::id, Function.identity()));
    for (Change change : changes) {
      for (UUID id : change.after().changed(change.before())) {
        String value = change.after().of(id);
        CustomField field = fields.get(id);
        if (field != null && !value.isEmpty() && !CustomRules.fits(field, value)) {
          throw new InvalidFieldException(
              kind + ".field." + CustomParts.COLUMN, Problem.BAD_REFERENCE);
        }
      }
    }
  }
}
