package eu.rempart.activity.series;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.series.SeriesService.Coming;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Unfolds recurring activities by what lies in clear, so that it works while nobody is there. */
@Component
public class SeriesTimes {

  private final SeriesRepository repository;

  SeriesTimes(SeriesRepository repository) {
    this.repository = repository;
  }

  /** What comes of these in a range, beside those at which they stand. */
  public List<Coming> coming(Collection<ActivityId> ids, Instant from, Instant to) {
    return ids.isEmpty() ? List.of() : unfolded(repository, repository.of(ids), from, to);
  }

  /** What comes of these in a range, but for what was taken out of them. */
  static List<Coming> unfolded(
      SeriesRepository repository, List<Series> all, Instant from, Instant to) {
    List<Coming> coming = new ArrayList<>();
    List<Series> there = new ArrayList<>();
    for (Series series : all) {
      List<When> later = series.later(from, to, Set.of());
      later.forEach(when -> coming.add(new Coming(series.id(), when)));
      if (!later.isEmpty()) {
        there.add(series);
      }
    }
    Map<ActivityId, Set<Instant>> taken = repository.taken(there);
    coming.removeIf(one -> taken.getOrDefault(one.series(), Set.of()).contains(one.when().at()));
    return coming;
  }
}
