package eu.rempart.recall.ui;

import eu.rempart.history.RecordRef;
import eu.rempart.recall.RecallService;
import eu.rempart.shell.RecordMarks;
import eu.rempart.shell.part.RecordHeader;
import eu.rempart.shell.tag.TagChips;
import eu.rempart.shell.tag.Tags;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tags, the member's star, and the visit. */
@Component
class SignedInMarks implements RecordMarks {

  private final RecallService recall;
  private final Tags tags;

  SignedInMarks(RecallService recall, Tags tags) {
    this.recall = recall;
    this.tags = tags;
  }

  @Override
  public void show(RecordHeader header, String kind, UUID id, Set<UUID> chosen) {
    RecordRef ref = new RecordRef(kind, id);
    recall.visited(ref);
    header.setTags(new TagChips(chosen.isEmpty() ? List.of() : tags.book().of(chosen)));
    header.setMark(new Star(recall, ref));
  }
}
