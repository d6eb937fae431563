package eu.rempart.activity;

import static eu.rempart.activity.ActivitySearch.ALL_DAY;
import static eu.rempart.activity.ActivitySearch.ATTENDEE;
import static eu.rempart.activity.ActivitySearch.COMPANY_ID;
import static eu.rempart.activity.ActivitySearch.CONTACT_ID;
import static eu.rempart.activity.ActivitySearch.DEAL_ID;
import static eu.rempart.activity.ActivitySearch.KIND_OF;
import static eu.rempart.activity.ActivitySearch.OWNER;
import static eu.rempart.activity.ActivitySearch.PRIORITY;
import static eu.rempart.activity.ActivitySearch.START;
import static eu.rempart.activity.ActivitySearch.STATUS;
import static eu.rempart.activity.ActivitySearch.TAG;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.deal.DealId;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import eu.rempart.search.rule.RuleFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list asks for, in the words of the index. */
final class ActivityConditions {

  private ActivityConditions() {}

  static Filter of(ActivityFilter filter, ZoneId zone, Instant now) {
    List<Filter> all = new ArrayList<>();
    in(all, KIND_OF, filter.kinds());
    in(all, STATUS, filter.statuses());
    in(all, PRIORITY, filter.priorities());
    in(all, OWNER, filter.owners());
    in(all, ATTENDEE, filter.attendees());
    in(all, TAG, filter.tags());
    in(all, CONTACT_ID, filter.contacts().stream().map(ContactId::value).toList());
    in(all, COMPANY_ID, filter.companies().stream().map(CompanyId::value).toList());
    in(all, DEAL_ID, filter.deals().stream().map(DealId::value).toList());
    if (filter.overdue()) {
      all.add(Filter.is(STATUS, ActivityStatus.OPEN));
      all.add(Filter.in(KIND_OF, Set.of(ActivityKind.TASK, ActivityKind.CALL)));
      LocalDate yesterday = LocalDate.ofInstant(now, zone).minusDays(1);
      all.add(between(null, now, null, yesterday));
    }
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    if (from != null || to != null) {
      all.add(
          between(
              from == null ? null : from.atStartOfDay(zone).toInstant(),
              to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
              from,
              to));
    }
    return new Filter.And(all);
  }

  /** Moments from the first to before the last, and whole days from the first to the last. */
  private static Filter between(
      @Nullable Instant from,
      @Nullable Instant before,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay) {
    Instant last = before == null ? null : before.minus(1, ChronoUnit.MICROS);
    return Filter.or(
        Filter.and(Filter.is(ALL_DAY, false), Filter.between(START, from, last)),
        Filter.and(
            Filter.is(ALL_DAY, true),
            Filter.between(START, midnight(firstDay), midnight(lastDay))));
  }

  private static @Nullable Instant midnight(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static <T> void in(
      List<Filter> all, SearchField<T> field, Collection<? extends T> values) {
    if (!values.isEmpty()) {
      all.add(Filter.in(field, values));
    }
  }

  /** What a list asks the index, which is made of these fields. */
  static SearchQuery search(ActivityQuery query, SearchSchema schema) {
    Instant now = Instant.now();
    Filter narrowed = of(query.filter(), query.zone(), now);
    LocalDate today = LocalDate.ofInstant(now, query.zone());
    return SearchQuery.all(ActivitySearch.KIND)
        .text(query.text())
        .filter(
            query.rule().isEmpty()
                ? narrowed
                : Filter.and(
                    narrowed, new RuleFilter(schema, today, query.zone()).of(query.rule())))
        .sort(CustomIndex.sort(schema, query.sortedBy(), query.descending()).orElse(sort(query)));
  }

  private static @Nullable SearchSort sort(ActivityQuery query) {
    var field = query.sort().sort();
    return field == null || (query.sort() == ActivityColumn.SUBJECT && !query.descending())
        ? null
        : new SearchSort(field, query.descending());
  }
}
