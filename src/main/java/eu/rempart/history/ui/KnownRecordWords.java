package eu.rempart.history.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.RecordWords;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Words for the records whose kinds the business rooms registered. */
@Component
final class KnownRecordWords implements RecordWords {

  private final HistoryService history;
  private final RecordKinds kinds;

  KnownRecordWords(HistoryService history, RecordKinds kinds) {
    this.history = history;
    this.kinds = kinds;
  }

  @Override
  public Optional<Words> of(String table, UUID record, String field) {
    return kinds.find(table).map(kind -> words(kind, record, field));
  }

  private Words words(RecordKind kind, UUID record, String field) {
    String name = history.name(new RecordRef(kind.name(), record));
    return new Words(
        t(kind.labelKey()) + ": " + (name.isEmpty() ? t("history.value.nameless") : name),
        t(kind.fieldKey(field)),
        kind.path(record).orElse(""));
  }
}
