package eu.rempart.customfield;

import eu.rempart.common.custom.CustomText;
import eu.rempart.db.generated.CustomFieldSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.RecordKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What history and bin need to know about custom fields. */
@Component
class CustomFieldRecordKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.CUSTOM_FIELD;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(CustomFieldSealed.LABEL)) {
      case Opened.Clear<String>(var text) -> CustomText.labels(text).in(Locale.ENGLISH);
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> codes() {
    return Map.of(
        "kind", "custom_field.kind.",
        "records", "custom_field.records.",
        "lists", "custom_field.records.");
  }

  /** Labels in all their languages; choices by theirs. */
  @Override
  public String plain(String column, String value) {
    return switch (column) {
      case "label" ->
          String.join(" · ", new TreeMap<>(CustomText.labels(value).byLanguage()).values());
      case "choices" ->
          CustomText.choices(value).stream()
              .filter(choice -> !choice.retired())
              .map(choice -> choice.label().in(Locale.ENGLISH))
              .collect(Collectors.joining(", "));
      default -> value;
    };
  }

  @Override
  public Set<String> hidden() {
    return Set.of("position");
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("fields");
  }
}
