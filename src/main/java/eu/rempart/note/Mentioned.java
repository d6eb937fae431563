package eu.rempart.note;

import eu.rempart.history.RecordRef;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published once a note that mentions members is committed, so that whoever tells people of things
 * can tell them.
 *
 * @param by who wrote it; null where it was no member
 * @param members whom it mentions and did not mention before; never whoever wrote it
 */
public record Mentioned(NoteId note, RecordRef about, @Nullable UUID by, Set<UUID> members) {

  public Mentioned {
    members = Set.copyOf(members);
  }
}
