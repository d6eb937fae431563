package eu.rempart.team;

import static eu.rempart.db.generated.Tables.CUSTOM_ROLE;
import static eu.rempart.db.generated.Tables.MEMBER;

import eu.rempart.account.Role;
import eu.rempart.db.generated.CustomRoleWriter;
import eu.rempart.db.generated.OpenedCustomRole;
import eu.rempart.db.generated.tables.records.CustomRoleRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The organisation's own roles; names and rules are sealed. */
@Repository
class CustomRoleRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  CustomRoleRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** All of them, the oldest first. */
  List<CustomRole> all() {
    return dsl.selectFrom(CUSTOM_ROLE)
        .orderBy(CUSTOM_ROLE.CREATED_AT, CUSTOM_ROLE.ID)
        .fetch(this::opened);
  }

  Optional<CustomRole> find(UUID id) {
    return dsl.selectFrom(CUSTOM_ROLE).where(CUSTOM_ROLE.ID.eq(id)).fetchOptional(this::opened);
  }

  private CustomRole opened(CustomRoleRecord row) {
    OpenedCustomRole opened = new OpenedCustomRole(row, sealing);
    return new CustomRole(
        new CustomRoleId(row.getId()),
        row.getVersion(),
        switch (opened.name()) {
          case Opened.Clear<String>(var name) -> name == null ? "" : name;
          case Opened.Unopenable<String>(var code) -> code;
        },
        Role.valueOf(row.getBase()),
        switch (opened.rules()) {
          case Opened.Clear<String>(var rules) ->
              rules == null ? RoleRules.NOTHING : RoleRules.parse(rules);
          case Opened.Unopenable<String> _ -> RoleRules.NOTHING;
        });
  }

  void insert(CustomRoleId id, String name, Role base, RoleRules rules) {
    dsl.insertInto(CUSTOM_ROLE)
        .set(
            new CustomRoleWriter(id.value(), sealing)
                .name(name)
                .base(base.name())
                .rules(rules.toJson())
                .forInsert())
        .execute();
  }

  /** False where somebody else saved or removed it meanwhile. */
  boolean update(CustomRoleId id, int version, String name, RoleRules rules) {
    return dsl.update(CUSTOM_ROLE)
            .set(
                new CustomRoleWriter(id.value(), sealing)
                    .name(name)
                    .rules(rules.toJson())
                    .forUpdate())
            .where(CUSTOM_ROLE.ID.eq(id.value()), CUSTOM_ROLE.VERSION.eq(version))
            .execute()
        == 1;
  }

  int countMembers(CustomRoleId id) {
    return dsl.fetchCount(MEMBER, MEMBER.CUSTOM_ROLE_ID.eq(id.value()));
  }

  /** The database archives what is deleted. */
  void delete(CustomRoleId id) {
    dsl.deleteFrom(CUSTOM_ROLE).where(CUSTOM_ROLE.ID.eq(id.value())).execute();
  }
}
