package eu.rempart.team;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.TeamSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about teams. */
@Component
class TeamKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.TEAM;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(TeamSealed.NAME).or("");
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("teams");
  }
}
