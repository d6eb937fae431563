package eu.rempart.email.template;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of templates hold where a mail is written; those without a value are left out.
 */
public final class FieldValues {

  private final Map<TemplateField, String> fixed = new EnumMap<>(TemplateField.class);
  private final Map<String, String> own = new HashMap<>();

  FieldValues put(TemplateField field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      fixed.put(field, value.strip());
    }
    return this;
  }

  FieldValues put(OwnField field, String value) {
    if (!value.isBlank()) {
      own.put(field.code(), value.strip());
    }
    return this;
  }

  /** Forgets all that was put of a kind of record. */
  void drop(String kind) {
    String prefix = kind + ".";
    fixed.keySet().removeIf(field -> field.code().startsWith(prefix));
    own.keySet().removeIf(code -> code.startsWith(prefix));
  }

  /** Those of the fields that every firm has. */
  public Map<TemplateField, String> fixed() {
    return Collections.unmodifiableMap(fixed);
  }

  /** By what stands between the braces; empty where that is unknown, or has no value. */
  Optional<String> of(String code) {
    return TemplateField.of(code)
        .map(fixed::get)
        .or(() -> Optional.ofNullable(own.get(code.split("\\s", 2)[0].toLowerCase(Locale.ROOT))));
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "FieldValues[hidden]";
  }
}
