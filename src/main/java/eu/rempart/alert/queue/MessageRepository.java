package eu.rempart.alert.queue;

import static eu.rempart.db.generated.Tables.ALERT_MESSAGE;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.queue.Queued.State;
import eu.rempart.db.generated.tables.records.AlertMessageRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code alert_message}. */
@Repository
class MessageRepository {

  private static final List<String> WAITING = List.of(State.QUEUED.name(), State.SENDING.name());

  private final DSLContext dsl;

  MessageRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void insert(UUID id, UUID group, UUID member, Notification what, Address to, Instant now) {
    dsl.insertInto(ALERT_MESSAGE)
        .set(ALERT_MESSAGE.ID, id)
        .set(ALERT_MESSAGE.GROUP_ID, group)
        .set(ALERT_MESSAGE.INCIDENT_ID, what.incident())
        .set(ALERT_MESSAGE.OPENING, what.opening())
        .set(ALERT_MESSAGE.MEMBER_ID, member)
        .set(ALERT_MESSAGE.KIND, what.kind().name())
        .set(ALERT_MESSAGE.SEVERITY, what.severity().name())
        .set(ALERT_MESSAGE.TITLE, what.title())
        .set(ALERT_MESSAGE.WORDS, what.words())
        .set(ALERT_MESSAGE.PATH, what.path())
        .set(ALERT_MESSAGE.WRITTEN_AT, utc(now))
        .set(ALERT_MESSAGE.ADDRESS_ID, to.id())
        .set(ALERT_MESSAGE.CHANNEL, to.kind().name())
        .set(ALERT_MESSAGE.STATE, State.QUEUED.name())
        .set(ALERT_MESSAGE.DUE_AT, utc(now))
        .execute();
  }

  /** Held against all others until the transaction ends. */
  Optional<Queued> lock(UUID id) {
    return dsl.selectFrom(ALERT_MESSAGE)
        .where(ALERT_MESSAGE.ID.eq(id))
        .forUpdate()
        .fetchOptional(MessageRepository::queued);
  }

  /** Somebody begins to send it; answers the number that they must still find. */
  int claim(Queued message, Instant now) {
    int attempt = message.attempt() + 1;
    dsl.update(ALERT_MESSAGE)
        .set(ALERT_MESSAGE.STATE, State.SENDING.name())
        .set(ALERT_MESSAGE.ATTEMPT, attempt)
        .set(ALERT_MESSAGE.CLAIMED_AT, utc(now))
        .set(ALERT_MESSAGE.ADDRESS_ID, message.address())
        .set(ALERT_MESSAGE.CHANNEL, message.channel().name())
        .set(ALERT_MESSAGE.USED, message.used().toArray(UUID[]::new))
        .set(ALERT_MESSAGE.TRIES, message.tries())
        .where(ALERT_MESSAGE.ID.eq(message.id()))
        .execute();
    return attempt;
  }

  /**
   * Whether it is still being sent by whoever has this number; held against all others until the
   * transaction ends.
   */
  Optional<Queued> lockClaimed(UUID id, int attempt) {
    return lock(id)
        .filter(message -> message.state() == State.SENDING && message.attempt() == attempt);
  }

  void finish(UUID id, State how, @Nullable String reference, Instant now) {
    dsl.update(ALERT_MESSAGE)
        .set(ALERT_MESSAGE.STATE, how.name())
        .set(ALERT_MESSAGE.DONE_AT, utc(now))
        .set(ALERT_MESSAGE.REFERENCE, reference)
        .where(ALERT_MESSAGE.ID.eq(id))
        .execute();
  }

  /** It is tried on the same address again. */
  void again(UUID id, int tries, Instant due) {
    dsl.update(ALERT_MESSAGE)
        .set(ALERT_MESSAGE.STATE, State.QUEUED.name())
        .set(ALERT_MESSAGE.TRIES, tries)
        .set(ALERT_MESSAGE.DUE_AT, utc(due))
        .where(ALERT_MESSAGE.ID.eq(id))
        .execute();
  }

  /** Those that peers took since a moment under one of these names, held as {@link #lock} does. */
  List<Queued> lockSent(ChannelKind kind, Collection<String> names, Instant since) {
    return dsl.selectFrom(ALERT_MESSAGE)
        .where(ALERT_MESSAGE.STATE.eq(State.SENT.name()))
        .and(ALERT_MESSAGE.CHANNEL.eq(kind.name()))
        .and(ALERT_MESSAGE.DONE_AT.ge(utc(since)))
        .and(
            DSL.condition(
                "string_to_array({0}, ' ') && {1}::text[]",
                ALERT_MESSAGE.REFERENCE, DSL.val(names.toArray(String[]::new))))
        .orderBy(ALERT_MESSAGE.DONE_AT.desc())
        .forUpdate()
        .fetch(MessageRepository::queued);
  }

  /** It goes to another address, at once. */
  void move(UUID id, Address to, List<UUID> used, Instant now) {
    dsl.update(ALERT_MESSAGE)
        .set(ALERT_MESSAGE.STATE, State.QUEUED.name())
        .setNull(ALERT_MESSAGE.DONE_AT)
        .setNull(ALERT_MESSAGE.REFERENCE)
        .set(ALERT_MESSAGE.ADDRESS_ID, to.id())
        .set(ALERT_MESSAGE.CHANNEL, to.kind().name())
        .set(ALERT_MESSAGE.USED, used.toArray(UUID[]::new))
        .set(ALERT_MESSAGE.TRIES, 0)
        .set(ALERT_MESSAGE.DUE_AT, utc(now))
        .where(ALERT_MESSAGE.ID.eq(id))
        .execute();
  }

  /** Addresses by which the same person is, was, or was to be told the same. */
  Set<UUID> addressesOf(UUID group) {
    Set<UUID> taken = new HashSet<>();
    dsl.select(ALERT_MESSAGE.ADDRESS_ID, ALERT_MESSAGE.USED)
        .from(ALERT_MESSAGE)
        .where(ALERT_MESSAGE.GROUP_ID.eq(group))
        .forEach(
            row -> {
              taken.add(row.value1());
              taken.addAll(Arrays.asList(row.value2()));
            });
    return taken;
  }

  /** Whether the same was told, or still may be, by another message. */
  boolean reached(UUID group, UUID but) {
    return dsl.fetchExists(
        ALERT_MESSAGE,
        ALERT_MESSAGE
            .GROUP_ID
            .eq(group)
            .and(ALERT_MESSAGE.ID.ne(but))
            .and(
                ALERT_MESSAGE.STATE.in(
                    State.QUEUED.name(), State.SENDING.name(), State.SENT.name())));
  }

  /**
   * Whether an alarm of this opening, written since then, arrived, or was not tried yet: one that
   * failed and is tried again is no reason to wait for it.
   */
  boolean hopeful(UUID incident, int opening, Instant since) {
    return dsl.fetchExists(
        ALERT_MESSAGE,
        ALERT_MESSAGE
            .INCIDENT_ID
            .eq(incident)
            .and(ALERT_MESSAGE.OPENING.eq(opening))
            .and(ALERT_MESSAGE.WRITTEN_AT.ge(utc(since)))
            .and(ALERT_MESSAGE.KIND.in(MessageKind.ALARM.name(), MessageKind.REMINDER.name()))
            .and(
                ALERT_MESSAGE
                    .STATE
                    .eq(State.SENT.name())
                    .or(
                        ALERT_MESSAGE
                            .STATE
                            .in(State.QUEUED.name(), State.SENDING.name())
                            .and(ALERT_MESSAGE.TRIES.eq(0)))));
  }

  /** Who was told of an incident, or is about to be. */
  Set<UUID> alarmed(UUID incident) {
    return dsl.selectDistinct(ALERT_MESSAGE.MEMBER_ID)
        .from(ALERT_MESSAGE)
        .where(ALERT_MESSAGE.INCIDENT_ID.eq(incident))
        .and(ALERT_MESSAGE.KIND.in(MessageKind.ALARM.name(), MessageKind.REMINDER.name()))
        .fetchSet(ALERT_MESSAGE.MEMBER_ID);
  }

  /** Whether somebody was told of this opening of an incident, or is about to be. */
  boolean alarmed(UUID incident, int opening, UUID member) {
    return dsl.fetchExists(
        ALERT_MESSAGE,
        ALERT_MESSAGE
            .INCIDENT_ID
            .eq(incident)
            .and(ALERT_MESSAGE.OPENING.eq(opening))
            .and(ALERT_MESSAGE.MEMBER_ID.eq(member))
            .and(ALERT_MESSAGE.KIND.in(MessageKind.ALARM.name(), MessageKind.REMINDER.name())));
  }

  /** Who was told of an incident for sure, or perhaps. */
  Set<UUID> told(UUID incident) {
    return dsl.selectDistinct(ALERT_MESSAGE.MEMBER_ID)
        .from(ALERT_MESSAGE)
        .where(ALERT_MESSAGE.INCIDENT_ID.eq(incident))
        .and(ALERT_MESSAGE.KIND.in(MessageKind.ALARM.name(), MessageKind.REMINDER.name()))
        .and(ALERT_MESSAGE.ATTEMPT.gt(0))
        .fetchSet(ALERT_MESSAGE.MEMBER_ID);
  }

  /** Addresses by which somebody was told of an incident's opening for sure, or perhaps. */
  Set<UUID> toldBy(UUID incident, int opening) {
    Set<UUID> all = new HashSet<>();
    dsl.select(ALERT_MESSAGE.ADDRESS_ID, ALERT_MESSAGE.USED)
        .from(ALERT_MESSAGE)
        .where(ALERT_MESSAGE.INCIDENT_ID.eq(incident))
        .and(ALERT_MESSAGE.OPENING.eq(opening))
        .and(ALERT_MESSAGE.KIND.in(MessageKind.ALARM.name(), MessageKind.REMINDER.name()))
        .and(ALERT_MESSAGE.ATTEMPT.gt(0))
        .forEach(
            row -> {
              all.add(row.value1());
              all.addAll(Arrays.asList(row.value2()));
            });
    return all;
  }

  /**
   * Whether it ends what calls people, while the alarm that begins it is still on its way there:
   * they would be called after that, and nobody would end it.
   */
  boolean overtakes(Queued message) {
    return message.closes()
        && dsl.fetchExists(
            ALERT_MESSAGE,
            ALERT_MESSAGE
                .INCIDENT_ID
                .eq(message.incident())
                .and(ALERT_MESSAGE.OPENING.eq(message.opening()))
                .and(ALERT_MESSAGE.ADDRESS_ID.eq(message.address()))
                .and(ALERT_MESSAGE.STATE.eq(State.SENDING.name()))
                .and(ALERT_MESSAGE.KIND.in(MessageKind.ALARM.name(), MessageKind.REMINDER.name())));
  }

  /** How many codes a person had sent since a moment, whatever became of the addresses. */
  int codes(UUID member, Instant after) {
    return dsl.fetchCount(
        ALERT_MESSAGE,
        ALERT_MESSAGE
            .MEMBER_ID
            .eq(member)
            .and(ALERT_MESSAGE.KIND.eq(MessageKind.CODE.name()))
            .and(ALERT_MESSAGE.WRITTEN_AT.gt(utc(after))));
  }

  /** Whether a test of an address waits, or was written after a moment. */
  boolean tested(UUID address, Instant after) {
    return dsl.fetchExists(
        ALERT_MESSAGE,
        ALERT_MESSAGE
            .ADDRESS_ID
            .eq(address)
            .and(ALERT_MESSAGE.KIND.in(MessageKind.TEST.name(), MessageKind.CODE.name()))
            .and(ALERT_MESSAGE.WRITTEN_AT.gt(utc(after)).or(ALERT_MESSAGE.STATE.in(WAITING))));
  }

  /** Those that nobody looked at for long, whatever the reason. */
  List<UUID> forgotten(Instant before, int most) {
    return dsl.select(ALERT_MESSAGE.ID)
        .from(ALERT_MESSAGE)
        .where(ALERT_MESSAGE.STATE.in(WAITING))
        .and(ALERT_MESSAGE.DUE_AT.lt(utc(before)))
        .orderBy(ALERT_MESSAGE.DUE_AT)
        .limit(most)
        .fetch(ALERT_MESSAGE.ID);
  }

  /** How many wait, or are under way. */
  int waiting() {
    return dsl.fetchCount(ALERT_MESSAGE, ALERT_MESSAGE.STATE.in(WAITING));
  }

  int deleteDone(Instant before) {
    return dsl.deleteFrom(ALERT_MESSAGE).where(ALERT_MESSAGE.DONE_AT.lt(utc(before))).execute();
  }

  private static Queued queued(AlertMessageRecord row) {
    OffsetDateTime claimed = row.getClaimedAt();
    return new Queued(
        row.getId(),
        row.getGroupId(),
        row.getIncidentId(),
        row.getOpening(),
        row.getMemberId(),
        MessageKind.valueOf(row.getKind()),
        Severity.valueOf(row.getSeverity()),
        row.getTitle(),
        row.getWords(),
        row.getPath(),
        row.getWrittenAt().toInstant(),
        row.getAddressId(),
        ChannelKind.valueOf(row.getChannel()),
        List.of(row.getUsed()),
        State.valueOf(row.getState()),
        row.getAttempt(),
        row.getTries(),
        row.getDueAt().toInstant(),
        claimed == null ? null : claimed.toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
