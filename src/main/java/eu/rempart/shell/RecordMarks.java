package eu.rempart.shell;

import eu.rempart.shell.part.RecordHeader;
import java.util.Set;
import java.util.UUID;

/** What every record's page shows of what members put on it: its tags, and their own star. */
public interface RecordMarks {

  /**
   * Puts them into the header, and remembers that the member looked at the record.
   *
   * @param kind name of its table
   * @param tags ids of its tags
   */
  void show(RecordHeader header, String kind, UUID id, Set<UUID> tags);
}
