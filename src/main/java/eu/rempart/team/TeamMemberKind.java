package eu.rempart.team;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What history and bin need to know about memberships in teams. */
@Component
class TeamMemberKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.TEAM_MEMBER;
  }

  @Override
  public String displayName(KeptRow row) {
    return "";
  }

  @Override
  public Map<String, String> references() {
    return Map.of("member_id", MEMBER);
  }

  @Override
  public Set<String> hidden() {
    return Set.of("proof");
  }
}
