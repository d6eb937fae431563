package eu.rempart.recall.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.history.RecordRef;
import eu.rempart.recall.RecallService;
import eu.rempart.shell.Bookmarks;
import eu.rempart.shell.GlobalSearch.Hit;
import eu.rempart.shell.RecordHits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Marks and visits with the names of their records: one query for each kind. */
@Component
class SignedInBookmarks implements Bookmarks {

  /** Some of what was marked may lie in the bin, and is passed over. */
  private static final int SPARE = 5;

  private final RecallService recall;
  private final CurrentMember member;
  private final ObjectProvider<RecordHits> kinds;

  SignedInBookmarks(RecallService recall, CurrentMember member, ObjectProvider<RecordHits> kinds) {
    this.recall = recall;
    this.member = member;
    this.kinds = kinds;
  }

  @Override
  public List<Hit> favourites(int limit) {
    // the frame of a page outlives a sign-out by a moment
    return member.may(Right.READ_RECORDS)
        ? hits(recall.favourites(limit + SPARE)).stream().limit(limit).toList()
        : List.of();
  }

  @Override
  public List<Hit> recent(int limit) {
    return hits(recall.recent(limit + SPARE)).stream().limit(limit).toList();
  }

  private List<Hit> hits(List<RecordRef> refs) {
    Map<String, List<UUID>> byKind =
        refs.stream()
            .collect(
                Collectors.groupingBy(
                    RecordRef::kind, Collectors.mapping(RecordRef::id, Collectors.toList())));
    Map<RecordRef, Hit> found = new HashMap<>();
    kinds
        .orderedStream()
        .forEach(
            kind -> {
              List<UUID> ids = byKind.getOrDefault(kind.kind(), List.of());
              if (!ids.isEmpty()) {
                kind.hits(ids).forEach((id, hit) -> found.put(new RecordRef(kind.kind(), id), hit));
              }
            });
    return refs.stream().flatMap(ref -> Stream.ofNullable(found.get(ref))).toList();
  }
}
