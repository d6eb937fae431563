package eu.rempart.alert.queue;

import static eu.rempart.db.generated.Tables.ALERT_ADDRESS;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.db.generated.tables.records.AlertAddressRecord;
import eu.rempart.vault.reach.ReachSeal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** The table {@code alert_address}. What does not open is as good as not there. */
@Repository
class AddressRepository {

  private static final Logger log = LoggerFactory.getLogger(AddressRepository.class);

  /** A code was sent there, and not typed in. */
  private static final Condition WAITS =
      ALERT_ADDRESS.PROVEN_AT.isNull().and(ALERT_ADDRESS.CODE_AT.isNotNull());

  /** One that a person entered, not the address of their account. */
  private static final Condition ENTERED = ALERT_ADDRESS.LAST_RESORT.isFalse();

  private final DSLContext dsl;
  private final ReachSeal seal;

  AddressRepository(DSLContext dsl, ReachSeal seal) {
    this.dsl = dsl;
    this.seal = seal;
  }

  /**
   * Until the transaction ends, nobody else adds an address of this person, or has a code or a test
   * sent there: what is counted first and written then counts what others write meanwhile, too.
   */
  void lock(UUID member) {
    dsl.fetch("SELECT pg_advisory_xact_lock(7310602, hashtext(?))", member.toString());
  }

  /** Those of a person, in their order. */
  List<Address> of(UUID member) {
    return where(ALERT_ADDRESS.MEMBER_ID.eq(member).and(ENTERED));
  }

  /** The address of a person's account, if it is kept and opens. */
  Optional<Address> lastResort(UUID member) {
    return where(ALERT_ADDRESS.MEMBER_ID.eq(member).and(ALERT_ADDRESS.LAST_RESORT)).stream()
        .findFirst();
  }

  /** Keeps the address of a person's account, in the place of the one that was kept before. */
  void keepLastResort(UUID member, String value) {
    dsl.deleteFrom(ALERT_ADDRESS)
        .where(ALERT_ADDRESS.MEMBER_ID.eq(member).and(ALERT_ADDRESS.LAST_RESORT))
        .execute();
    UUID id = UUID.randomUUID();
    dsl.insertInto(ALERT_ADDRESS)
        .set(ALERT_ADDRESS.ID, id)
        .set(ALERT_ADDRESS.MEMBER_ID, member)
        .set(ALERT_ADDRESS.CHANNEL, ChannelKind.EMAIL.name())
        .set(ALERT_ADDRESS.POSITION, 0)
        .set(ALERT_ADDRESS.SEALED, seal.seal(id, member, value))
        .set(ALERT_ADDRESS.LAST_RESORT, true)
        .execute();
  }

  List<Address> ofKinds(Collection<ChannelKind> kinds) {
    return where(
        ALERT_ADDRESS.CHANNEL.in(kinds.stream().map(ChannelKind::name).toList()).and(ENTERED));
  }

  Optional<Address> find(UUID id) {
    return where(ALERT_ADDRESS.ID.eq(id)).stream().findFirst();
  }

  private List<Address> where(Condition which) {
    return dsl
        .selectFrom(ALERT_ADDRESS)
        .where(which)
        .orderBy(ALERT_ADDRESS.MEMBER_ID, ALERT_ADDRESS.POSITION, ALERT_ADDRESS.ID)
        .fetch()
        .stream()
        .map(this::opened)
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Address opened(AlertAddressRecord row) {
    String value = seal.open(row.getId(), row.getMemberId(), row.getSealed()).orElse(null);
    if (value == null) {
      log.warn("address {} does not open: it was sealed with another pepper", row.getId());
      return null;
    }
    return new Address(
        row.getId(),
        row.getMemberId(),
        ChannelKind.valueOf(row.getChannel()),
        row.getPosition(),
        value,
        new Proof(
            instant(row.getProvenAt()),
            instant(row.getSentAt()),
            instant(row.getTestedAt()),
            instant(row.getFailedAt()),
            row.getFailure() == null ? null : Reason.valueOf(row.getFailure()),
            row.getNumber()));
  }

  /** Behind all others of the person. */
  void insert(UUID id, UUID member, ChannelKind kind, String value) {
    Integer last =
        dsl.select(DSL.max(ALERT_ADDRESS.POSITION))
            .from(ALERT_ADDRESS)
            .where(ALERT_ADDRESS.MEMBER_ID.eq(member))
            .fetchOne(0, Integer.class);
    dsl.insertInto(ALERT_ADDRESS)
        .set(ALERT_ADDRESS.ID, id)
        .set(ALERT_ADDRESS.MEMBER_ID, member)
        .set(ALERT_ADDRESS.CHANNEL, kind.name())
        .set(ALERT_ADDRESS.POSITION, last == null ? 1 : last + 1)
        .set(ALERT_ADDRESS.SEALED, seal.seal(id, member, value))
        .execute();
  }

  void place(UUID id, int position) {
    dsl.update(ALERT_ADDRESS)
        .set(ALERT_ADDRESS.POSITION, position)
        .where(ALERT_ADDRESS.ID.eq(id))
        .execute();
  }

  /** How many a person has, those included that do not open. */
  int count(UUID member) {
    return dsl.fetchCount(ALERT_ADDRESS, ALERT_ADDRESS.MEMBER_ID.eq(member).and(ENTERED));
  }

  boolean delete(UUID id, UUID member) {
    return dsl.deleteFrom(ALERT_ADDRESS)
            .where(ALERT_ADDRESS.ID.eq(id).and(ALERT_ADDRESS.MEMBER_ID.eq(member)).and(ENTERED))
            .execute()
        == 1;
  }

  /** From now on there is another code, and all tries at it. */
  void ask(UUID id, Instant at) {
    dsl.update(ALERT_ADDRESS)
        .set(ALERT_ADDRESS.CODE_AT, at.atOffset(ZoneOffset.UTC))
        .set(ALERT_ADDRESS.CODE_TRIES, 0)
        .where(ALERT_ADDRESS.ID.eq(id).and(ALERT_ADDRESS.PROVEN_AT.isNull()))
        .execute();
  }

  /** The code of an address that nobody proved yet; empty if there is none. */
  Optional<String> code(UUID id) {
    return dsl.selectFrom(ALERT_ADDRESS)
        .where(ALERT_ADDRESS.ID.eq(id).and(WAITS))
        .fetchOptional(this::code);
  }

  /**
   * The code that somebody is about to try; the try counts, whatever comes of it. Empty if there is
   * none, it was asked for too long ago, or there were as many tries.
   */
  Optional<String> tryCode(UUID id, UUID member, Instant after, int most) {
    return dsl.update(ALERT_ADDRESS)
        .set(ALERT_ADDRESS.CODE_TRIES, ALERT_ADDRESS.CODE_TRIES.plus(1))
        .where(ALERT_ADDRESS.ID.eq(id).and(ALERT_ADDRESS.MEMBER_ID.eq(member)).and(WAITS))
        .and(ALERT_ADDRESS.CODE_AT.gt(after.atOffset(ZoneOffset.UTC)))
        .and(ALERT_ADDRESS.CODE_TRIES.lt(most))
        .returning()
        .fetchOptional(this::code);
  }

  private String code(AlertAddressRecord row) {
    return seal.code(
        row.getId(), row.getMemberId(), Objects.requireNonNull(instant(row.getCodeAt())));
  }

  void prove(UUID id, Instant at) {
    dsl.update(ALERT_ADDRESS)
        .set(ALERT_ADDRESS.PROVEN_AT, at.atOffset(ZoneOffset.UTC))
        .setNull(ALERT_ADDRESS.CODE_AT)
        .where(ALERT_ADDRESS.ID.eq(id))
        .execute();
  }

  void worked(UUID id, boolean test, Instant at) {
    OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
    dsl.update(ALERT_ADDRESS)
        .set(ALERT_ADDRESS.SENT_AT, when)
        .set(ALERT_ADDRESS.TESTED_AT, test ? DSL.val(when) : ALERT_ADDRESS.TESTED_AT)
        .where(ALERT_ADDRESS.ID.eq(id))
        .execute();
  }

  void failed(UUID id, Reason reason, @Nullable Integer number, Instant at) {
    dsl.update(ALERT_ADDRESS)
        .set(ALERT_ADDRESS.FAILED_AT, at.atOffset(ZoneOffset.UTC))
        .set(ALERT_ADDRESS.FAILURE, reason.name())
        .set(ALERT_ADDRESS.NUMBER, number)
        .where(ALERT_ADDRESS.ID.eq(id))
        .and(
            ALERT_ADDRESS
                .FAILED_AT
                .isNull()
                .or(ALERT_ADDRESS.FAILED_AT.le(at.atOffset(ZoneOffset.UTC))))
        .execute();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
