package eu.rempart.shell;

import eu.rempart.shell.GlobalSearch.Hit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records of one kind by their ids, for lists that mix kinds; provided as a bean by their room. */
public interface RecordHits {

  /** Name of their table. */
  String kind();

  /** Those of these that are there and that the member may see; read by one query. */
  Map<UUID, Hit> hits(List<UUID> ids);
}
