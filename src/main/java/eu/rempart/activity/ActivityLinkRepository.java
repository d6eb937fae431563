package eu.rempart.activity;

import static eu.rempart.db.generated.Tables.ACTIVITY_COMPANY;
import static eu.rempart.db.generated.Tables.ACTIVITY_CONTACT;
import static eu.rempart.db.generated.Tables.ACTIVITY_DEAL;

import eu.rempart.common.Ids;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Whom and what activities are about: three tables of the same shape. */
@Repository
class ActivityLinkRepository {

  private static final Field<UUID> ID = DSL.field("t.id", UUID.class);
  private static final Field<UUID> ACTIVITY = DSL.field("t.activity", UUID.class);
  private static final Field<UUID> OTHER = DSL.field("t.other", UUID.class);

  /** One of the tables, and where its ids stand in {@link ActivityLinks}. */
  record Side<R extends Record>(
      Table<R> table,
      Field<UUID> id,
      Field<UUID> activity,
      Field<UUID> other,
      Function<ActivityLinks, List<UUID>> of) {

    /** A condition for activities that are about any of these. */
    Select<Record1<UUID>> about(Collection<UUID> others) {
      return DSL.select(activity).from(table).where(other.in(others));
    }
  }

  static final Side<?> CONTACT =
      new Side<>(
          ACTIVITY_CONTACT,
          ACTIVITY_CONTACT.ID,
          ACTIVITY_CONTACT.ACTIVITY_ID,
          ACTIVITY_CONTACT.CONTACT_ID,
          links -> links.contacts().stream().map(ContactId::value).toList());
  static final Side<?> COMPANY =
      new Side<>(
          ACTIVITY_COMPANY,
          ACTIVITY_COMPANY.ID,
          ACTIVITY_COMPANY.ACTIVITY_ID,
          ACTIVITY_COMPANY.COMPANY_ID,
          links -> links.companies().stream().map(CompanyId::value).toList());
  static final Side<?> DEAL =
      new Side<>(
          ACTIVITY_DEAL,
          ACTIVITY_DEAL.ID,
          ACTIVITY_DEAL.ACTIVITY_ID,
          ACTIVITY_DEAL.DEAL_ID,
          links -> links.deals().stream().map(DealId::value).toList());

  private static final List<Side<?>> SIDES = List.of(CONTACT, COMPANY, DEAL);

  private final DSLContext dsl;

  ActivityLinkRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What is found for each link, one side after the other, nothing twice. */
  static List<UUID> each(ActivityLinks about, BiFunction<Side<?>, UUID, List<UUID>> finding) {
    return SIDES.stream()
        .flatMap(side -> side.of().apply(about).stream().map(id -> finding.apply(side, id)))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  ActivityLinks of(UUID activity) {
    return of(List.of(activity)).getOrDefault(activity, ActivityLinks.NONE);
  }

  /** The links of each of these activities that has any. */
  Map<UUID, ActivityLinks> of(Collection<UUID> activities) {
    if (activities.isEmpty()) {
      return Map.of();
    }
    UUID[] ids = activities.toArray(UUID[]::new);
    Map<UUID, List<List<UUID>>> found = new HashMap<>();
    select(0, ids)
        .unionAll(select(1, ids))
        .unionAll(select(2, ids))
        .orderBy(4)
        .forEach(
            row ->
                found
                    .computeIfAbsent(
                        row.get(1, UUID.class),
                        _ -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                    .get(row.get(0, Integer.class))
                    .add(row.get(2, UUID.class)));
    Map<UUID, ActivityLinks> links = new HashMap<>();
    found.forEach(
        (id, sides) ->
            links.put(
                id,
                new ActivityLinks(
                    sides.get(0).stream().map(ContactId::new).toList(),
                    sides.get(1).stream().map(CompanyId::new).toList(),
                    sides.get(2).stream().map(DealId::new).toList())));
    return links;
  }

  private SelectConditionStep<Record4<Integer, UUID, UUID, UUID>> select(
      int side, UUID[] activities) {
    Side<?> from = SIDES.get(side);
    return dsl.select(DSL.inline(side), from.activity(), from.other(), from.id())
        .from(from.table())
        .where(from.activity().eq(DSL.any(activities)));
  }

  void insert(Map<ActivityId, ActivityLinks> links) {
    for (Side<?> side : SIDES) {
      List<UUID[]> rows = new ArrayList<>();
      links.forEach(
          (id, all) ->
              side.of().apply(all).forEach(other -> rows.add(new UUID[] {id.value(), other})));
      insert(side, rows);
    }
  }

  /** One text for any number of rows: writing one with all of them takes longer than the rows. */
  private <R extends Record> void insert(Side<R> side, List<UUID[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    // ids of one millisecond are in no order, which is that of the links
    UUID[] ids = Stream.generate(Ids::next).limit(rows.size()).sorted().toArray(UUID[]::new);
    UUID[] activities = rows.stream().map(row -> row[0]).toArray(UUID[]::new);
    UUID[] others = rows.stream().map(row -> row[1]).toArray(UUID[]::new);
    dsl.insertInto(side.table(), side.id(), side.activity(), side.other())
        .select(
            DSL.select(ID, ACTIVITY, OTHER)
                .from(
                    "unnest({0}, {1}, {2}) AS t (id, activity, other)",
                    DSL.val(ids), DSL.val(activities), DSL.val(others)))
        .onConflict(side.activity(), side.other())
        .doNothing()
        .execute();
  }

  /**
   * Adds and removes what somebody added and removed; whether they did. Others do the same at once,
   * so what is there already, or gone already, is well.
   */
  boolean save(ActivityId activity, ActivityLinks.Change change) {
    boolean changed = false;
    for (Side<?> side : SIDES) {
      List<UUID> before = side.of().apply(change.before());
      List<UUID> after = side.of().apply(change.after());
      List<UUID> gone = new ArrayList<>(before);
      gone.removeAll(after);
      List<UUID> come = new ArrayList<>(after);
      come.removeAll(before);
      if (!gone.isEmpty()) {
        dsl.deleteFrom(side.table())
            .where(side.activity().eq(activity.value()), side.other().in(gone))
            .execute();
      }
      if (!come.isEmpty()) {
        insert(side, come.stream().map(id -> new UUID[] {activity.value(), id}).toList());
      }
      changed |= !gone.isEmpty() || !come.isEmpty();
    }
    return changed;
  }
}
