package eu.rempart.activity.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.RecordHits;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Activities in the search box of every page. */
@Component
@Order(40)
class ActivityGlobalSearch implements GlobalSearch, RecordHits {

  private static final Set<ActivityColumn> SHOWN = Set.of(ActivityColumn.SUBJECT);

  private final ActivityService activities;
  private final CurrentMember member;

  ActivityGlobalSearch(ActivityService activities, CurrentMember member) {
    this.activities = activities;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS) || !activities.indexState().ready()) {
      return List.of();
    }
    List<ActivityRow> rows =
        activities
            .page(
                new ActivityQuery(
                    query,
                    ActivityFilter.NONE,
                    ActivityColumn.SUBJECT,
                    false,
                    SHOWN,
                    Formats.zone()),
                0,
                limit)
            .rows();
    String all = ActivityNavigation.found(query);
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Group(
                "activity.list.title", rows.stream().map(ActivityGlobalSearch::hit).toList(), all));
  }

  @Override
  public String kind() {
    return "activity";
  }

  @Override
  public Map<UUID, Hit> hits(List<UUID> ids) {
    Map<UUID, Hit> hits = new HashMap<>();
    activities
        .rows(ids.stream().map(ActivityId::new).toList(), SHOWN)
        .forEach(row -> hits.put(row.id().value(), hit(row)));
    return hits;
  }

  private static Hit hit(ActivityRow row) {
    return new Hit(
        ActivityTexts.title(row.shown(), row.unopenable()),
        ActivityTexts.line(row.shown(), Instant.now()),
        ActivityNavigation.details(row.id()),
        "");
  }
}
