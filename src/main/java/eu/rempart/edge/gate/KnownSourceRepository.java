package eu.rempart.edge.gate;

import static eu.rempart.db.generated.Tables.KNOWN_SOURCE;
import static eu.rempart.db.generated.Tables.MEMBER;

import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table {@code known_source}. */
@Repository
class KnownSourceRepository {

  private static final int MOST = 20_000;

  private final DSLContext dsl;

  KnownSourceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * The latest, of active members. What was noted as {@code ::/64}, for a browser on this machine,
   * would make everybody who comes by IPv4 known.
   */
  List<KnownSource> all(LocalDate since) {
    var administrator = DSL.boolOr(MEMBER.ROLE.eq("ADMINISTRATOR")).as("administrator");
    return dsl
        .select(KNOWN_SOURCE.NETWORK, administrator)
        .from(KNOWN_SOURCE)
        .join(MEMBER)
        .on(MEMBER.ID.eq(KNOWN_SOURCE.MEMBER_ID))
        .where(KNOWN_SOURCE.LAST_SEEN.ge(since))
        .and(MEMBER.STATE.eq("ACTIVE"))
        .groupBy(KNOWN_SOURCE.NETWORK)
        .orderBy(DSL.max(KNOWN_SOURCE.LAST_SEEN).desc())
        .limit(MOST)
        .fetch(row -> new KnownSource(Prefix.parse(row.value1()).orElseThrow(), row.value2()))
        .stream()
        .filter(source -> !source.network().spansIpv4())
        .toList();
  }

  /** Where a member signed in from since then. */
  Set<Place> places(UUID memberId, LocalDate since) {
    return Set.copyOf(
        dsl.selectDistinct(KNOWN_SOURCE.PLACE)
            .from(KNOWN_SOURCE)
            .where(KNOWN_SOURCE.MEMBER_ID.eq(memberId))
            .and(KNOWN_SOURCE.LAST_SEEN.ge(since))
            .fetch(row -> new Place(row.value1())));
  }

  /** Notes that a member came from there on that day. */
  void saw(Prefix network, UUID memberId, Place place, LocalDate day) {
    int changed =
        dsl.update(KNOWN_SOURCE)
            .set(KNOWN_SOURCE.LAST_SEEN, day)
            .set(KNOWN_SOURCE.PLACE, place.code())
            .where(KNOWN_SOURCE.NETWORK.eq(network.toString()))
            .and(KNOWN_SOURCE.MEMBER_ID.eq(memberId))
            .execute();
    // an insert is told to all nodes, a newer day is not
    if (changed == 0) {
      dsl.insertInto(KNOWN_SOURCE)
          .set(KNOWN_SOURCE.NETWORK, network.toString())
          .set(KNOWN_SOURCE.MEMBER_ID, memberId)
          .set(KNOWN_SOURCE.PLACE, place.code())
          .set(KNOWN_SOURCE.LAST_SEEN, day)
          .onConflictDoNothing()
          .execute();
    }
  }

  void forget(LocalDate before) {
    dsl.deleteFrom(KNOWN_SOURCE).where(KNOWN_SOURCE.LAST_SEEN.lt(before)).execute();
  }
}
