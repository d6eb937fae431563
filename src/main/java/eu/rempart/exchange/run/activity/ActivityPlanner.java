package eu.rempart.exchange.run.activity;

import eu.rempart.account.Right;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.ExternalId;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedActivity;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.Doors;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.Planner;
import eu.rempart.exchange.run.match.FileOwners;
import eu.rempart.exchange.run.match.FileRows;
import eu.rempart.exchange.run.match.Rest;
import eu.rempart.exchange.run.result.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of the rows of a file of activities. One that is there is changed, but stays
 * about what it was about. For one file, on one thread.
 */
public final class ActivityPlanner implements Planner {

  private static final String OWN = "urn:uuid:";

  private final Doors doors;
  private final MatchPolicy policy;
  private final About about;
  private final FileRows again = new FileRows();
  private final ActivityReading reading;

  public ActivityPlanner(Doors doors, ImportSource source, MatchPolicy policy) {
    this.doors = doors;
    this.policy = policy;
    this.about = new About(doors, source);
    this.reading =
        new ActivityReading(
            source,
            new FileOwners(doors.members()::all, doors.rights(), "activity"),
            doors.rights().fixed("activity"),
            doors.fields().fixed("activity"));
  }

  /** The activities that are there, by key, and which of them may be changed. */
  private record Known(Map<String, Activity> byKey, Set<UUID> writable) {}

  @Override
  public Plan plan(List<ImportedRow> rows) {
    List<ImportedActivity> activities = new ArrayList<>();
    for (ImportedRow row : rows) {
      if (row.activity() != null && row.imported()) {
        activities.add(row.activity());
      }
    }
    Known known = known(activities);
    About.Found found = about.find(activities);
    about.firms().seek(rows);
    ActivityPlan plan = new ActivityPlan();
    for (ImportedRow row : rows) {
      ActivityPlan.Decided decided = decide(row, known, found, plan);
      about.firms().settle(decided.outcome().isWritten());
      plan.add(decided);
    }
    plan.newCompanies.putAll(about.firms().takeNew());
    return plan;
  }

  private Known known(List<ImportedActivity> activities) {
    Set<String> keys = new HashSet<>();
    Set<ActivityId> ids = new LinkedHashSet<>();
    for (ImportedActivity activity : activities) {
      String key = policy == MatchPolicy.CREATE ? null : reading.key(activity);
      if (key != null) {
        keys.add(key);
        own(key, ids);
      }
    }
    ids.addAll(doors.manyActivities().matching(keys));
    Map<String, Activity> byKey = new HashMap<>();
    for (Activity activity :
        ids.isEmpty() ? List.<Activity>of() : doors.activities().findAll(ids)) {
      byKey.put(ExternalId.ours(activity.id().value()).key(), activity);
      String key = activity.data().externalId();
      if (key != null) {
        byKey.put(key, activity);
      }
    }
    List<UUID> values = ids.stream().map(ActivityId::value).toList();
    return new Known(
        byKey, new HashSet<>(doors.rights().allowed(Right.WRITE_RECORDS, "activity", values)));
  }

  private static void own(String key, Set<ActivityId> to) {
    if (key.startsWith(OWN)) {
      try {
        to.add(new ActivityId(UUID.fromString(key.substring(OWN.length()))));
      } catch (IllegalArgumentException _) {
        // the key of another program that begins so
        return;
      }
    }
  }

  private ActivityPlan.Decided decide(
      ImportedRow row, Known known, About.Found found, ActivityPlan plan) {
    ImportedActivity said = row.activity();
    if (said == null || !row.imported()) {
      return new ActivityPlan.Decided(
          row, row.refused() ? Outcome.REFUSED : Outcome.LEFT_OUT, null);
    }
    if (reading.isForbidden()) {
      return refused(row);
    }
    String key = reading.key(said);
    if (policy != MatchPolicy.CREATE && again.isAgain(key, row.cells())) {
      return new ActivityPlan.Decided(row, Outcome.TWICE_IN_FILE, null);
    }
    try {
      Activity there = key == null ? null : known.byKey().get(key);
      if (there == null) {
        return create(row, said, found, plan);
      }
      return policy == MatchPolicy.SKIP
          ? new ActivityPlan.Decided(row, Outcome.EXISTS, null)
          : update(row, said, there, known, plan);
    } catch (InvalidFieldException e) {
      return new ActivityPlan.Decided(row.with(e), Outcome.REFUSED, null);
    }
  }

  private static ActivityPlan.Decided refused(ImportedRow row) {
    return new ActivityPlan.Decided(row.with(ProblemCode.NOT_PERMITTED), Outcome.REFUSED, null);
  }

  private ActivityPlan.Decided create(
      ImportedRow row, ImportedActivity said, About.Found found, ActivityPlan plan) {
    Rest rest = new Rest();
    ActivityLinks links = about.of(row, said, found, rest);
    ActivityData data = reading.read(said, rest);
    ActivityRules.check(data);
    plan.newActivities.put(
        new ActivityId(Ids.next()), new NewActivity(data, links, doneAt(said, data), null));
    return new ActivityPlan.Decided(rest.told(row), Outcome.CREATED, null);
  }

  /** What a file calls done was so at its time, if it says no other: not at this moment. */
  private static @Nullable Instant doneAt(ImportedActivity said, ActivityData data) {
    When when = data.when();
    if (data.status() != ActivityStatus.DONE) {
      return null;
    }
    return said.doneAt() == null && when != null && when.at().isBefore(Instant.now())
        ? when.at()
        : said.doneAt();
  }

  private ActivityPlan.Decided update(
      ImportedRow row, ImportedActivity said, Activity there, Known known, ActivityPlan plan) {
    Rest rest = new Rest();
    ActivityData merged = reading.merge(there.id().value(), there.data(), said, rest);
    if (merged.equals(there.data())) {
      return new ActivityPlan.Decided(row, Outcome.UNCHANGED, null);
    }
    if (!known.writable().contains(there.id().value())) {
      return refused(row);
    }
    ActivityRules.check(merged);
    plan.changes.put(there, merged);
    return new ActivityPlan.Decided(rest.told(row), Outcome.UPDATED, there.id());
  }
}
