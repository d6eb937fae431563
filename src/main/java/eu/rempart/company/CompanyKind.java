package eu.rempart.company;

import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.CompanySealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about companies. */
@Component
class CompanyKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.COMPANY;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(CompanySealed.NAME)) {
      case Opened.Clear<String>(var name) -> name == null ? "" : name;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("type", "company.type.", "size", "company.size.");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("tags", "tag", "owner_id", MEMBER, "parent_company_id", "company");
  }

  @Override
  public Map<String, String> amounts() {
    return Map.of("annual_revenue", "revenue_currency");
  }

  @Override
  public Optional<ColumnParts> parts(String column) {
    return CustomParts.of(column);
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("companies/" + id);
  }
}
