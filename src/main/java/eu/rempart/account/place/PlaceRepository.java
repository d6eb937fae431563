package eu.rempart.account.place;

import static eu.rempart.db.generated.Tables.MEMBER_PLACE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Repository;

/** The table {@code member_place}. */
@Repository
class PlaceRepository {

  private final DSLContext dsl;

  PlaceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Whether a member has signed in from anywhere. */
  boolean hasAny(UUID memberId) {
    return dsl.fetchExists(MEMBER_PLACE, MEMBER_PLACE.MEMBER_ID.eq(memberId));
  }

  /**
   * Notes that a member signs in from there.
   *
   * @return whether that is for the first time
   */
  boolean saw(UUID memberId, String place, String device) {
    int known =
        dsl.update(MEMBER_PLACE)
            .set(MEMBER_PLACE.LAST_AT, currentOffsetDateTime())
            .where(MEMBER_PLACE.MEMBER_ID.eq(memberId))
            .and(MEMBER_PLACE.PLACE.eq(place))
            .execute();
    // of two sign-ins at the same moment one is the first
    return known == 0
        && dsl.insertInto(MEMBER_PLACE)
                .set(MEMBER_PLACE.MEMBER_ID, memberId)
                .set(MEMBER_PLACE.PLACE, place)
                .set(MEMBER_PLACE.DEVICE, device)
                .set(MEMBER_PLACE.FIRST_AT, currentOffsetDateTime())
                .set(MEMBER_PLACE.LAST_AT, currentOffsetDateTime())
                .onConflictDoNothing()
                .execute()
            == 1;
  }

  /** Whether the member is still to be told of this place on a page. */
  void setNotice(UUID memberId, String place, boolean notice) {
    dsl.update(MEMBER_PLACE)
        .set(MEMBER_PLACE.NOTICE, notice)
        .where(MEMBER_PLACE.MEMBER_ID.eq(memberId))
        .and(MEMBER_PLACE.PLACE.eq(place))
        .execute();
  }

  /** Of what places a member is still to be told, the latest first. */
  List<NewPlace> notices(UUID memberId) {
    return dsl.select(MEMBER_PLACE.PLACE, MEMBER_PLACE.DEVICE, MEMBER_PLACE.FIRST_AT)
        .from(MEMBER_PLACE)
        .where(MEMBER_PLACE.MEMBER_ID.eq(memberId))
        .and(MEMBER_PLACE.NOTICE)
        .orderBy(MEMBER_PLACE.FIRST_AT.desc())
        .fetch(mapping((place, device, at) -> new NewPlace(place, device, at.toInstant())));
  }

  /** Where a member signed in last that is known and not this place. */
  Optional<SeenPlace> lastElsewhere(UUID memberId, String place) {
    return dsl.select(MEMBER_PLACE.PLACE, MEMBER_PLACE.LAST_AT)
        .from(MEMBER_PLACE)
        .where(MEMBER_PLACE.MEMBER_ID.eq(memberId))
        .and(MEMBER_PLACE.PLACE.notIn(place, AddressPlaces.UNKNOWN))
        .orderBy(MEMBER_PLACE.LAST_AT.desc())
        .limit(1)
        .fetchOptional(mapping((seen, at) -> new SeenPlace(seen, at.toInstant())));
  }

  /** Forgets places that nobody came from for so long. */
  void forget(Duration after) {
    dsl.deleteFrom(MEMBER_PLACE)
        .where(MEMBER_PLACE.LAST_AT.lt(currentOffsetDateTime().minus(DayToSecond.valueOf(after))))
        .execute();
  }
}
