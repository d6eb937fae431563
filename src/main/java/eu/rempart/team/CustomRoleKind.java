package eu.rempart.team;

import eu.rempart.db.generated.CustomRoleSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about the organisation's own roles. */
@Component
class CustomRoleKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.CUSTOM_ROLE;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(CustomRoleSealed.NAME).or("");
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("base", "team.base.");
  }

  /** The rules are no text for people. */
  @Override
  public Set<String> hidden() {
    return Set.of("rules");
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("roles");
  }
}
