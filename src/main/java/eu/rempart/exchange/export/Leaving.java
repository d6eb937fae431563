package eu.rempart.exchange.export;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How records leave: in pages, those alone that may, and counted. Who took how many is kept as a
 * security event, also of an export that broke off.
 */
@Component
final class Leaving {

  /** Records read at a time. */
  private static final int PAGE = 500;

  /** Records that may leave without a fresh proof. */
  static final int UNPROVEN = 500;

  /** Ids asked of the index at a time. */
  private static final int IDS = 10_000;

  private final Rights rights;
  private final FreshProof proof;
  private final CurrentMember current;
  private final SecurityEvents events;
  private final ApplicationEventPublisher publisher;

  Leaving(
      Rights rights,
      FreshProof proof,
      CurrentMember current,
      SecurityEvents events,
      ApplicationEventPublisher publisher) {
    this.rights = rights;
    this.proof = proof;
    this.current = current;
    this.events = events;
    this.publisher = publisher;
  }

  /**
   * Passes if so many may leave now: more than 500 need a fresh proof.
   *
   * @param found all of the list, in batches of so many ids
   * @throws eu.rempart.common.proof.FreshProofRequiredException if the password has to be typed
   */
  @NeedsFreshProof(ProofPurpose.EXPORT)
  <I> void check(List<I> chosen, IntFunction<Stream<List<I>>> found) {
    long leave = chosen.size();
    if (chosen.isEmpty()) {
      try (Stream<List<I>> first = found.apply(UNPROVEN + 1)) {
        leave = first.findFirst().map(List::size).orElse(0);
      }
    }
    if (leave > UNPROVEN) {
      proof.require(ProofPurpose.EXPORT);
    }
  }

  /**
   * Pages of those that may leave: of those chosen, or of all that is found when none is.
   *
   * @param found all of the list, in batches of so many ids
   * @throws eu.rempart.common.proof.FreshProofRequiredException as {@link #check}, before the first
   *     page
   */
  @NeedsFreshProof(ProofPurpose.EXPORT)
  <I> Stream<List<I>> pages(
      String kind, List<I> chosen, IntFunction<Stream<List<I>>> found, Function<I, UUID> value) {
    check(chosen, found);
    return (chosen.isEmpty() ? found.apply(IDS) : Stream.of(chosen))
        .flatMap(Leaving::cut)
        .map(page -> allowed(kind, page, value));
  }

  private static <I> Stream<List<I>> cut(List<I> ids) {
    List<List<I>> pages = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      pages.add(ids.subList(from, Math.min(ids.size(), from + PAGE)));
    }
    return pages.stream();
  }

  private <I> List<I> allowed(String kind, List<I> ids, Function<I, UUID> value) {
    Set<UUID> allowed =
        Set.copyOf(rights.allowed(Right.EXPORT_RECORDS, kind, ids.stream().map(value).toList()));
    return ids.stream().filter(id -> allowed.contains(value.apply(id))).toList();
  }

  /** Begins to count; what is counted is noted when the tally is closed. */
  Tally tally(String kind, String format) {
    return new Tally(kind, format);
  }

  /** Counts the records taken out, and notes the number when the export ends, however it does. */
  final class Tally implements AutoCloseable {

    private final String kind;
    private final String format;
    private long rows;

    private Tally(String kind, String format) {
      this.kind = kind;
      this.format = format;
    }

    <T> T count(T record) {
      rows++;
      return record;
    }

    @Override
    public void close() {
      events.record(
          SecurityEvent.of("exchange.export", SecurityEvent.Severity.NOTICE)
              .member(current.id())
              .with("kind", kind)
              .with("format", format)
              .with("rows", Long.toString(rows)));
      publisher.publishEvent(new RecordsMoved(current.id(), Way.EXPORTED, rows));
    }
  }
}
