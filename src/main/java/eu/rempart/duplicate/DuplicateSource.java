package eu.rempart.duplicate;

import eu.rempart.search.question.Duplicate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a business room registers (as a bean) so that its records are looked through. */
public interface DuplicateSource {

  /** Name of the table. */
  String kind();

  /** How many records there are, roughly; for the progress bar only. */
  int estimate();

  /** The ids of all records, in batches of some hundred that are read when they are asked for. */
  Stream<List<UUID>> ids();

  /**
   * For each of these the few that may be the same, found by the index: by an e-mail, a phone, or a
   * name but for the order of its words and a typo in each.
   */
  Map<UUID, List<Duplicate>> likely(List<UUID> batch);

  /**
   * Gives a record, which another one goes into, what that has in fields that whoever acts on this
   * thread is not shown: nobody could choose there, and nothing is to be lost. Within the running
   * transaction.
   */
  void inherit(UUID to, UUID from);

  /** Why records may be the same that whoever acts on this thread is not to be told of. */
  Set<Duplicate.Reason> untold();
}
