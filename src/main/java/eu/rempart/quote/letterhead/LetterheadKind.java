package eu.rempart.quote.letterhead;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.LetterheadSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What history and bin need to know about the letterhead. */
@Component
class LetterheadKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.LETTERHEAD;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(LetterheadSealed.NAME).or("");
  }

  @Override
  public String plain(String column, String value) {
    return column.equals("terms_by_language")
        ? Letterhead.terms(value).entrySet().stream()
            .map(
                each ->
                    Locale.of(each.getKey()).getDisplayLanguage(Locale.of(each.getKey()))
                        + ": "
                        + each.getValue())
            .collect(Collectors.joining("\n\n"))
        : value;
  }

  @Override
  public Map<String, String> references() {
    return Map.of("logo_id", KeptTables.LETTERHEAD_LOGO.name());
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("letterhead");
  }
}
