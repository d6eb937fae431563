package eu.rempart.ops.backup.engine.log;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The log that lies at a destination. A part that is missing ends each restore that would go on
 * after it, without a word.
 */
public final class ArchivedLog {

  /** Of a part's name: its timeline; where it stands in the log follows. */
  private static final int TIMELINE = 8;

  private final List<Range> ranges;
  private final List<Range> bad;

  /**
   * Parts of the log of one database, without a gap between.
   *
   * @param history which database, as its folder is named
   * @param first the name of a part; empty for none
   * @param last the name of a part of the same timeline
   */
  public record Range(String history, String first, String last) {

    private String timeline() {
      return first.substring(0, TIMELINE);
    }

    private boolean contains(Range other) {
      return history.equals(other.history)
          && other.first.compareTo(first) >= 0
          && other.last.compareTo(last) <= 0;
    }

    private boolean follows(Range before) {
      return history.equals(before.history) && timeline().equals(before.timeline());
    }
  }

  /**
   * What a backup needs.
   *
   * @param range to be of one piece; without parts where the database was stopped
   * @param whole whether it leans on no other backup
   */
  public record Need(Range range, boolean whole) {}

  public ArchivedLog(Collection<Range> ranges) {
    this(ranges, List.of());
  }

  /**
   * @param bad parts in them that are not as they were written, each a range of its own
   */
  public ArchivedLog(Collection<Range> ranges, Collection<Range> bad) {
    this.bad = List.copyOf(bad);
    this.ranges =
        ranges.stream()
            .sorted(Comparator.comparing(Range::history).thenComparing(Range::first))
            .toList();
  }

  /**
   * Whether each backup has what it needs, and nothing is missing after the last whole one. Before
   * that a gap may be of a time in which the destination was away for too long; then a whole backup
   * is made.
   *
   * @param needs of all backups there, the oldest first
   */
  public boolean leadsOn(List<Need> needs) {
    List<Need> real = needs.stream().filter(each -> !each.range().first().isEmpty()).toList();
    return real.stream().map(Need::range).allMatch(this::has)
        && real.stream()
            .filter(Need::whole)
            .reduce((_, later) -> later)
            .map(Need::range)
            .map(this::leadsOnFrom)
            .orElse(true);
  }

  /** Whether a part that a backup needs is not as it was written. */
  public boolean isBadWithin(Need need) {
    return !need.range().first().isEmpty() && bad.stream().anyMatch(need.range()::contains);
  }

  /**
   * Whether a part from the last whole backup on is not as it was written; an earlier one ends only
   * restores that would begin before that.
   *
   * @param needs of all backups there, the oldest first
   */
  public boolean isBadAfterLastWhole(Collection<Need> needs) {
    return needs.stream()
        .filter(each -> each.whole() && !each.range().first().isEmpty())
        .map(Need::range)
        .reduce((_, later) -> later)
        .map(
            start ->
                bad.stream()
                    .anyMatch(
                        each ->
                            each.history().equals(start.history())
                                && place(each.first()).compareTo(place(start.first())) >= 0))
        .orElse(!bad.isEmpty());
  }

  private boolean has(Range needed) {
    return ranges.stream().anyMatch(each -> each.contains(needed));
  }

  private boolean leadsOnFrom(Range start) {
    String from = place(start.first());
    for (int i = 1; i < ranges.size(); i++) {
      Range range = ranges.get(i);
      if (range.history().equals(start.history())
          && range.follows(ranges.get(i - 1))
          && place(range.first()).compareTo(from) > 0) {
        return false;
      }
    }
    return true;
  }

  private static String place(String part) {
    return part.substring(TIMELINE);
  }
}
