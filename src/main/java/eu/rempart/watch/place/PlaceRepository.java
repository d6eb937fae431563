package eu.rempart.watch.place;

import static eu.rempart.db.generated.Tables.WATCH_PLACE;

import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code watch_place}. */
@Repository("watchPlaceRepository")
class PlaceRepository {

  private final DSLContext dsl;

  PlaceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  Map<Zone, String> names() {
    return dsl.select(WATCH_PLACE.CODE, WATCH_PLACE.NAME)
        .from(WATCH_PLACE)
        .fetchMap(row -> new Zone(row.value1()), row -> row.value2());
  }

  /** Answers whether it is new: one that is there keeps its name. */
  boolean insert(Place place, Instant now, @Nullable UUID by) {
    return dsl.insertInto(WATCH_PLACE)
            .set(WATCH_PLACE.CODE, place.zone().code())
            .set(WATCH_PLACE.NAME, place.name())
            .set(WATCH_PLACE.NAMED_AT, now.atOffset(ZoneOffset.UTC))
            .set(WATCH_PLACE.NAMED_BY, by)
            .onConflict(WATCH_PLACE.CODE)
            .doNothing()
            .execute()
        == 1;
  }

  /** Answers whether it was called so until now. */
  boolean update(Place place, String before, Instant now, @Nullable UUID by) {
    return dsl.update(WATCH_PLACE)
            .set(WATCH_PLACE.NAME, place.name())
            .set(WATCH_PLACE.NAMED_AT, now.atOffset(ZoneOffset.UTC))
            .set(WATCH_PLACE.NAMED_BY, by)
            .where(WATCH_PLACE.CODE.eq(place.zone().code()), WATCH_PLACE.NAME.eq(before))
            .execute()
        == 1;
  }
}
