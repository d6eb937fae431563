package eu.rempart.alert.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty when, by all that was entered. A value without a clock.
 *
 * @param rotations in the order they were made
 * @param entries in the order they were made: the later says more
 */
public record DutyCalendar(List<Rotation> rotations, List<DutyEntry> entries) {

  private static final int MOST_STRETCHES = 400;

  /** Copies. */
  public DutyCalendar {
    rotations = List.copyOf(rotations);
    entries = List.copyOf(entries);
  }

  /** Who is on duty at a moment. */
  public Duty at(Instant moment) {
    Duty duty = pair(moment);
    for (DutyEntry entry : entries) {
      if (entry.kind() == DutyEntry.Kind.SWAP && entry.covers(moment)) {
        duty = duty.with(entry.second(), entry.first());
      }
    }
    return duty;
  }

  private Duty pair(Instant moment) {
    Duty duty = Duty.NOBODY;
    Rotation rotation = rotation(moment);
    if (rotation != null) {
      duty = rotation.at(moment);
    }
    for (DutyEntry entry : entries) {
      if (entry.kind() == DutyEntry.Kind.PAIR && entry.covers(moment)) {
        duty = new Duty(entry.first(), entry.second());
      }
    }
    return duty;
  }

  /** The one that began last; of two that began at once, the one made later. */
  private @Nullable Rotation rotation(Instant moment) {
    Rotation latest = null;
    for (Rotation each : rotations) {
      if (!each.begin().isAfter(moment)
          && (latest == null || !each.begin().isBefore(latest.begin()))) {
        latest = each;
      }
    }
    return latest;
  }

  /** A time in which the same are on duty. */
  record Part(Instant begin, Instant end, Duty duty) {}

  /** All of a time, what is the same in one part; a very long time may not be told to its end. */
  List<Part> parts(Instant from, Instant to) {
    List<Part> parts = new ArrayList<>();
    Instant begin = from;
    Duty duty = at(from);
    for (Instant edge : edges(from, to)) {
      Duty next = at(edge);
      if (!next.equals(duty)) {
        parts.add(new Part(begin, edge, duty));
        begin = edge;
        duty = next;
      }
    }
    parts.add(new Part(begin, to, duty));
    return parts;
  }

  private SortedSet<Instant> edges(Instant from, Instant to) {
    SortedSet<Instant> edges = new TreeSet<>();
    for (DutyEntry entry : entries) {
      edges.add(entry.begin());
      edges.add(entry.end());
    }
    for (Rotation rotation : rotations) {
      Instant edge = rotation.nextAfter(from);
      edges.add(rotation.begin());
      for (int i = 0; i < MOST_STRETCHES && edge.isBefore(to); i++) {
        edges.add(edge);
        edge = rotation.nextAfter(edge);
      }
    }
    return edges.tailSet(from.plusNanos(1)).headSet(to);
  }
}
