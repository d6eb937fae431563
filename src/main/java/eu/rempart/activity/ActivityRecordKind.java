package eu.rempart.activity;

import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.ActivitySealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about activities. */
@Component
class ActivityRecordKind implements RecordKind {

  private static final Set<String> TIME =
      Set.of("starts_at", "all_day", "zone", "recurrence", "series_start");

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.ACTIVITY;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(ActivitySealed.SUBJECT)) {
      case Opened.Clear<String>(var subject) -> subject == null ? "" : subject;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> codes() {
    return Map.of(
        "kind", "activity.kind.",
        "status", "activity.status.",
        "priority", "activity.priority.",
        "direction", "activity.direction.");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("tags", "tag", "owner_id", MEMBER);
  }

  /** What follows from the status is no change of its own. */
  @Override
  public Set<String> hidden() {
    return Set.of(
        "zone",
        "done_at",
        "done_by",
        "series_start",
        "series_id",
        "occurrence_at",
        "remind_at",
        "remind_last");
  }

  @Override
  public Optional<ColumnParts> parts(String column) {
    return CustomParts.of(column);
  }

  /** A time means something with its zone only. */
  @Override
  public Set<String> alongWith(String column) {
    return TIME.contains(column) ? TIME : Set.of();
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("activities/" + id);
  }
}
