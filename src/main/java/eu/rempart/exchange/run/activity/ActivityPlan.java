package eu.rempart.exchange.run.activity;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.NewActivity;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.run.Planner;
import eu.rempart.exchange.run.Sink;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What some hundred rows of activities come to, to be written at once: companies first. */
final class ActivityPlan implements Planner.Plan {

  final Map<CompanyId, CompanyData> newCompanies = new LinkedHashMap<>();
  final Map<ActivityId, NewActivity> newActivities = new LinkedHashMap<>();
  final Map<Activity, ActivityData> changes = new LinkedHashMap<>();
  private final List<Decided> decided = new ArrayList<>();

  /**
   * A row with what is to become of it.
   *
   * @param changed the activity that it changes
   */
  record Decided(ImportedRow row, Outcome outcome, @Nullable ActivityId changed) {}

  void add(Decided row) {
    decided.add(row);
  }

  @Override
  public List<RowResult> write(Sink sink) {
    if (!newCompanies.isEmpty()) {
      sink.createCompanies(newCompanies);
    }
    if (!newActivities.isEmpty()) {
      sink.createActivities(newActivities);
    }
    Set<ActivityId> missed = changes.isEmpty() ? Set.of() : sink.updateActivities(changes);
    return decided.stream()
        .map(
            row ->
                new RowResult(
                    row.row(),
                    row.changed() != null && missed.contains(row.changed())
                        ? Outcome.CHANGED_MEANWHILE
                        : row.outcome(),
                    false))
        .toList();
  }
}
