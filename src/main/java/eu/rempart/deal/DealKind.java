package eu.rempart.deal;

import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.DealSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.deal.line.DealLine;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What history and bin need to know about deals. */
@Component
class DealKind implements RecordKind {

  private static final Set<String> MONEY =
      DealField.MONEY.stream().map(DealField::column).collect(Collectors.toUnmodifiableSet());

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.DEAL;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(DealSealed.NAME)) {
      case Opened.Clear<String>(var name) -> name == null ? "" : name;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> references() {
    return Map.of(
        "tags", "tag", "owner_id", MEMBER, "company_id", "company", "stage_id", "pipeline_stage");
  }

  /** By hand is the absence of anything else. */
  @Override
  public Map<String, String> codes() {
    return Map.of("amount_by", "deal.amount_by.");
  }

  @Override
  public String plain(String column, String value) {
    return column.equals("lines") ? DealLine.KEPT.plain(value) : value;
  }

  @Override
  public String whole(String column, String value) {
    return column.equals("lines") ? DealLine.KEPT.whole(value) : value;
  }

  @Override
  public Optional<String> nothing(String column) {
    return column.equals("amount_by") ? Optional.of("deal.amount_by.HAND") : Optional.empty();
  }

  /** The amount may be what the lines come to, in their currency. */
  @Override
  public Set<String> alongWith(String column) {
    return MONEY.contains(column) ? MONEY : Set.of();
  }

  /** What follows from the stage is no change of its own. */
  @Override
  public Set<String> hidden() {
    return Set.of("pipeline_id", "state", "stage_since", "stage_before", "closed_at", "position");
  }

  @Override
  public Map<String, String> amounts() {
    return Map.of("amount", "currency");
  }

  @Override
  public Optional<ColumnParts> parts(String column) {
    return CustomParts.of(column);
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("deals/" + id);
  }
}
