package eu.rempart.activity.attending;

import static eu.rempart.db.generated.Tables.ACTIVITY;
import static eu.rempart.db.generated.Tables.ACTIVITY_ATTENDEE;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Finds what members are asked to: a meeting, or the series that it was taken out of. */
public final class AttendingQueries {

  private static final String NO = "DECLINED";
  private static final String WHOSE = "whose";

  /** The member of {@link #whose}. */
  public static final Field<UUID> WHO = DSL.field(DSL.name(WHOSE, "member_id"), UUID.class);

  private AttendingQueries() {}

  /**
   * What stands in the calendars of members: what they own, and meetings to which they are asked
   * and did not say no. Each part goes by an index of its own.
   *
   * @param which what of it, by columns of the activity alone
   */
  public static Condition planned(Collection<UUID> members, Condition which) {
    var own = ACTIVITY_ATTENDEE.as("own");
    return ACTIVITY.ID.in(
        DSL.select(ACTIVITY.ID)
            .from(ACTIVITY)
            .where(ACTIVITY.OWNER_ID.in(members))
            .and(which)
            .unionAll(
                DSL.select(ACTIVITY.ID)
                    .from(ACTIVITY_ATTENDEE)
                    .join(ACTIVITY)
                    .on(ACTIVITY.ID.eq(ACTIVITY_ATTENDEE.ACTIVITY_ID))
                    .where(comes(members))
                    .and(which))
            .unionAll(
                DSL.select(ACTIVITY.ID)
                    .from(ACTIVITY_ATTENDEE)
                    .join(ACTIVITY)
                    .on(ACTIVITY.SERIES_ID.eq(ACTIVITY_ATTENDEE.ACTIVITY_ID))
                    .where(comes(members))
                    .and(which)
                    // what they say to one of a series counts for that one
                    .andNotExists(
                        DSL.selectOne()
                            .from(own)
                            .where(own.ACTIVITY_ID.eq(ACTIVITY.ID))
                            .and(own.MEMBER_ID.eq(ACTIVITY_ATTENDEE.MEMBER_ID)))));
  }

  /**
   * Whose calendars the activity of the same query stands in, to be joined to it: for the few that
   * a query finds otherwise. Its column is {@link #WHO}.
   */
  public static Table<Record1<UUID>> whose() {
    var own = ACTIVITY_ATTENDEE.as("own");
    return DSL.lateral(
        DSL.select(ACTIVITY.OWNER_ID)
            .union(
                DSL.select(ACTIVITY_ATTENDEE.MEMBER_ID)
                    .from(ACTIVITY_ATTENDEE)
                    .where(ACTIVITY_ATTENDEE.ACTIVITY_ID.eq(ACTIVITY.ID))
                    .and(ACTIVITY_ATTENDEE.ANSWER.ne(DSL.inline(NO))))
            .union(
                DSL.select(ACTIVITY_ATTENDEE.MEMBER_ID)
                    .from(ACTIVITY_ATTENDEE)
                    .where(ACTIVITY_ATTENDEE.ACTIVITY_ID.eq(ACTIVITY.SERIES_ID))
                    .and(ACTIVITY_ATTENDEE.ANSWER.ne(DSL.inline(NO)))
                    .andNotExists(
                        DSL.selectOne()
                            .from(own)
                            .where(own.ACTIVITY_ID.eq(ACTIVITY.ID))
                            .and(own.MEMBER_ID.eq(ACTIVITY_ATTENDEE.MEMBER_ID))))
            .asTable(WHOSE, "member_id"));
  }

  private static Condition comes(Collection<UUID> members) {
    return ACTIVITY_ATTENDEE.MEMBER_ID.in(members).and(ACTIVITY_ATTENDEE.ANSWER.ne(DSL.inline(NO)));
  }

  /** The members whom each of these asks, whatever they answered. */
  public static Map<UUID, Set<UUID>> members(DSLContext dsl, Collection<UUID> activities) {
    UUID[] ids = activities.toArray(UUID[]::new);
    Select<Record2<UUID, UUID>> asked =
        DSL.select(ACTIVITY_ATTENDEE.ACTIVITY_ID, ACTIVITY_ATTENDEE.MEMBER_ID)
            .from(ACTIVITY_ATTENDEE)
            .where(ACTIVITY_ATTENDEE.ACTIVITY_ID.eq(DSL.any(ids)))
            .and(ACTIVITY_ATTENDEE.MEMBER_ID.isNotNull())
            .unionAll(
                DSL.select(ACTIVITY.ID, ACTIVITY_ATTENDEE.MEMBER_ID)
                    .from(ACTIVITY)
                    .join(ACTIVITY_ATTENDEE)
                    .on(ACTIVITY_ATTENDEE.ACTIVITY_ID.eq(ACTIVITY.SERIES_ID))
                    .where(ACTIVITY.ID.eq(DSL.any(ids)))
                    .and(ACTIVITY_ATTENDEE.MEMBER_ID.isNotNull()));
    Map<UUID, Set<UUID>> members = new HashMap<>();
    for (Record2<UUID, UUID> row : dsl.fetch(asked)) {
      members.computeIfAbsent(row.value1(), _ -> new HashSet<>()).add(row.value2());
    }
    return members;
  }

  /** These, and what was taken out of them: whom a series asks, it asks to each. */
  public static Set<UUID> withOccurrences(DSLContext dsl, Set<UUID> activities) {
    Set<UUID> all = new HashSet<>(activities);
    all.addAll(
        dsl.select(ACTIVITY.ID)
            .from(ACTIVITY)
            .where(ACTIVITY.SERIES_ID.eq(DSL.any(activities.toArray(UUID[]::new))))
            .fetch(ACTIVITY.ID));
    return all;
  }
}
