package eu.rempart.account;

import static eu.rempart.db.generated.Tables.MEMBER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import eu.rempart.common.EmailAddress;
import eu.rempart.db.generated.MemberWriter;
import eu.rempart.db.generated.OpenedMember;
import eu.rempart.db.generated.tables.records.MemberRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.vault.answer.RoleProof;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code member}. Names and addresses are sealed, except those of engineers. */
@Repository
class MemberRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  MemberRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  Optional<MemberRow> findByEmailHash(byte[] hash) {
    return row(MEMBER.EMAIL_HASH.eq(hash));
  }

  Optional<MemberRow> findRow(UUID id) {
    return row(MEMBER.ID.eq(id));
  }

  /** The same, held against changes until the transaction ends. */
  Optional<MemberRow> lockRow(UUID id) {
    dsl.select(MEMBER.ID).from(MEMBER).where(MEMBER.ID.eq(id)).forUpdate().fetch();
    return findRow(id);
  }

  private Optional<MemberRow> row(org.jooq.Condition condition) {
    return rows(condition).stream().findFirst();
  }

  /** Those with one of these roles, in the order they joined. */
  List<MemberRow> withRoles(Collection<Role> roles) {
    return rows(MEMBER.ROLE.in(roles.stream().map(Role::name).toList()));
  }

  private List<MemberRow> rows(org.jooq.Condition condition) {
    return dsl.select(
            MEMBER.ID,
            MEMBER.VERSION,
            MEMBER.ROLE,
            MEMBER.CUSTOM_ROLE_ID,
            MEMBER.ROLE_VERSION,
            MEMBER.ROLE_PROOF,
            MEMBER.STATE,
            MEMBER.LANGUAGE,
            MEMBER.THEME)
        .from(MEMBER)
        .where(condition)
        .orderBy(MEMBER.CREATED_AT, MEMBER.ID)
        .fetch(
            mapping(
                (id, version, role, customRole, roleVersion, roleProof, state, language, theme) ->
                    new MemberRow(
                        id,
                        version,
                        Role.valueOf(role),
                        customRole,
                        new RoleProof(roleVersion, roleProof),
                        MemberState.valueOf(state),
                        language,
                        theme)));
  }

  /** What engineers are called, which is no customer data. */
  Map<UUID, String> engineerNames() {
    return dsl.select(MEMBER.ID, MEMBER.ENGINEER_NAME)
        .from(MEMBER)
        .where(MEMBER.ENGINEER_NAME.isNotNull())
        .fetchMap(MEMBER.ID, MEMBER.ENGINEER_NAME);
  }

  Optional<Member> find(UUID id) {
    return dsl.selectFrom(MEMBER).where(MEMBER.ID.eq(id)).fetchOptional(this::opened);
  }

  /** Those of these that are members, in no order. */
  List<Member> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(MEMBER)
        .where(MEMBER.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetch(this::opened);
  }

  /** Everybody, those invited first at the end. */
  List<Member> all() {
    return dsl.selectFrom(MEMBER).orderBy(MEMBER.CREATED_AT, MEMBER.ID).fetch(this::opened);
  }

  private Member opened(MemberRecord row) {
    var opened = new OpenedMember(row, sealing);
    var role = Role.valueOf(row.getRole());
    return new Member(
        row.getId(),
        row.getVersion(),
        role,
        row.getCustomRoleId(),
        new RoleProof(row.getRoleVersion(), row.getRoleProof()),
        MemberState.valueOf(row.getState()),
        role.holdsKey() ? opened.name() : new Opened.Clear<>(row.getEngineerName()),
        role.holdsKey() ? opened.email() : new Opened.Clear<>(row.getEngineerEmail()),
        row.getLanguage(),
        row.getTheme(),
        row.getCreatedAt().toInstant(),
        instant(row.getLastSignInAt()));
  }

  /** A row without name: the first administrator's, before there is a key to seal with. */
  void insertBare(UUID id, Role role, byte[] emailHash, String language) {
    dsl.insertInto(MEMBER)
        .set(MEMBER.ID, id)
        .set(MEMBER.ROLE, role.name())
        .set(MEMBER.STATE, MemberState.ACTIVE.name())
        .set(MEMBER.EMAIL_HASH, emailHash)
        .set(MEMBER.LANGUAGE, language)
        .execute();
  }

  /** A new row, invited, whose role is yet to be proven. */
  void insert(
      UUID id, Role role, String name, EmailAddress email, byte[] emailHash, UUID createdBy) {
    if (role.holdsKey()) {
      var row =
          new MemberWriter(id, sealing)
              .role(role.name())
              .state(MemberState.INVITED.name())
              .emailHash(emailHash)
              .createdBy(createdBy)
              .name(name)
              .email(email.value())
              .forInsert();
      dsl.insertInto(MEMBER).set(row).execute();
    } else {
      dsl.insertInto(MEMBER)
          .set(MEMBER.ID, id)
          .set(MEMBER.ROLE, role.name())
          .set(MEMBER.STATE, MemberState.INVITED.name())
          .set(MEMBER.EMAIL_HASH, emailHash)
          .set(MEMBER.CREATED_BY, createdBy)
          .set(MEMBER.ENGINEER_NAME, name)
          .set(MEMBER.ENGINEER_EMAIL, email.value())
          .execute();
    }
  }

  /** Sets the name, sealed; an engineer's in clear. */
  void rename(UUID id, Role role, String name) {
    if (role.holdsKey()) {
      update(id, new MemberWriter(id, sealing).name(name).forUpdate());
    } else {
      var row = new MemberRecord();
      row.setEngineerName(name);
      update(id, row);
    }
  }

  /** Seals name and address of a row that has neither. */
  void nameBare(UUID id, String name, EmailAddress email) {
    update(id, new MemberWriter(id, sealing).name(name).email(email.value()).forUpdate());
  }

  void setRole(UUID id, Role role, @Nullable UUID customRole, RoleProof proof) {
    var row = new MemberRecord();
    row.setRole(role.name());
    row.setCustomRoleId(customRole);
    row.setRoleVersion(proof.version());
    row.setRoleProof(proof.mac());
    update(id, row);
  }

  void setState(UUID id, MemberState state) {
    var row = new MemberRecord();
    row.setState(state.name());
    update(id, row);
  }

  void setLanguage(UUID id, String language) {
    var row = new MemberRecord();
    row.setLanguage(language);
    update(id, row);
  }

  void setTheme(UUID id, String theme) {
    var row = new MemberRecord();
    row.setTheme(theme);
    update(id, row);
  }

  /** Notes that the member has just signed in. */
  void signedIn(UUID id) {
    dsl.update(MEMBER)
        .set(MEMBER.LAST_SIGN_IN_AT, currentOffsetDateTime())
        .where(MEMBER.ID.eq(id))
        .execute();
  }

  /** The ids of active administrators, held against changes until the transaction ends. */
  List<UUID> lockAdministrators() {
    return dsl.select(MEMBER.ID)
        .from(MEMBER)
        .where(MEMBER.ROLE.eq(Role.ADMINISTRATOR.name()))
        .and(MEMBER.STATE.eq(MemberState.ACTIVE.name()))
        .orderBy(MEMBER.ID)
        .forUpdate()
        .fetch(MEMBER.ID);
  }

  private void update(UUID id, MemberRecord changes) {
    dsl.update(MEMBER)
        .set(changes)
        .set(MEMBER.VERSION, MEMBER.VERSION.plus(1))
        .where(MEMBER.ID.eq(id))
        .execute();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
