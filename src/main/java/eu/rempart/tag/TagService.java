package eu.rempart.tag;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door to tags. Every method needs a right, and throws where it is missing. */
@Service
public class TagService {

  private final TagRepository repository;
  private final Writes writes;
  private final Rights rights;

  TagService(TagRepository repository, Writes writes, Rights rights) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
  }

  /** All tags, in no order. */
  public List<Tag> all() {
    rights.require(Right.READ_RECORDS);
    return repository.all();
  }

  /**
   * The tag of this name: a new one, or the one that is called so already, but for case and
   * accents.
   *
   * @throws eu.rempart.common.InvalidFieldException if the name can't be kept
   */
  public Tag create(String name) {
    rights.require(Right.WRITE_RECORDS);
    String kept = TagRules.name(name);
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          repository.lockNames();
          List<Tag> known = repository.all();
          return TagRules.named(known, kept)
              .orElseGet(() -> insert(new TagId(Ids.next()), kept, known.size()));
        });
  }

  /** Keeps new tags whose names nobody else has, as far as the caller knows: for imports. */
  public void createAll(Map<TagId, String> names, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    writes.run(
        reason,
        change -> {
          int tone = repository.count();
          for (Map.Entry<TagId, String> tag : names.entrySet()) {
            insert(tag.getKey(), TagRules.name(tag.getValue()), tone++);
          }
        });
  }

  /** One colour after the other, so that neighbours differ. */
  private Tag insert(TagId id, String name, int tone) {
    Tag tag = new Tag(id, 1, name, tone % Tag.TONES);
    repository.insert(tag);
    return tag;
  }

  /**
   * Gives a tag this name and colour; false where somebody else did so or archived it meanwhile.
   *
   * @throws TagNameTakenException if another one is called so
   * @throws eu.rempart.common.InvalidFieldException if the name can't be kept
   */
  public boolean save(Tag tag) {
    rights.require(Right.WRITE_RECORDS);
    Tag kept = new Tag(tag.id(), tag.version(), TagRules.name(tag.name()), tag.tone());
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          repository.lockNames();
          TagRules.named(repository.all(), kept.name())
              .filter(other -> !other.id().equals(kept.id()))
              .ifPresent(
                  other -> {
                    throw new TagNameTakenException(other.id());
                  });
          return repository.update(kept);
        });
  }

  /**
   * Moves a tag to the bin. Records keep its id, and show it again once it comes back.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(TagId id) {
    rights.require(Right.ARCHIVE_RECORDS);
    return writes.change(Reason.ARCHIVE, () -> repository.delete(id));
  }
}
