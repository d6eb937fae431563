package eu.rempart.team;

import static eu.rempart.db.generated.Tables.TEAM;
import static eu.rempart.db.generated.Tables.TEAM_MEMBER;

import eu.rempart.common.Ids;
import eu.rempart.db.generated.OpenedTeam;
import eu.rempart.db.generated.OpenedTeamMember;
import eu.rempart.db.generated.TeamMemberWriter;
import eu.rempart.db.generated.TeamWriter;
import eu.rempart.db.generated.tables.records.TeamMemberRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Teams and who is in them. A membership counts only if its proof opens to its two ids. */
@Repository
class TeamRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  TeamRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** All of them, the oldest first. */
  List<Team> all() {
    Map<UUID, List<TeamMemberRecord>> members =
        dsl.selectFrom(TEAM_MEMBER).fetch().stream()
            .collect(Collectors.groupingBy(TeamMemberRecord::getTeamId));
    return dsl.selectFrom(TEAM)
        .orderBy(TEAM.CREATED_AT, TEAM.ID)
        .fetch(
            row ->
                new Team(
                    new TeamId(row.getId()),
                    row.getVersion(),
                    name(new OpenedTeam(row, sealing).name()),
                    proven(members.getOrDefault(row.getId(), List.of()))));
  }

  private Set<UUID> proven(List<TeamMemberRecord> rows) {
    return rows.stream()
        .filter(this::isProven)
        .map(TeamMemberRecord::getMemberId)
        .collect(Collectors.toSet());
  }

  private boolean isProven(TeamMemberRecord row) {
    return new OpenedTeamMember(row, sealing)
        .proof()
        .or("")
        .equals(proof(row.getTeamId(), row.getMemberId()));
  }

  private static String proof(UUID team, UUID member) {
    return team + "/" + member;
  }

  private static String name(Opened<String> name) {
    return switch (name) {
      case Opened.Clear<String>(var value) -> value == null ? "" : value;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  /** Everybody who shares a team with a member, the member included. */
  Set<UUID> colleagues(UUID member) {
    Set<UUID> colleagues = new HashSet<>(Set.of(member));
    dsl
        .selectFrom(TEAM_MEMBER)
        .where(
            TEAM_MEMBER.TEAM_ID.in(
                dsl.select(TEAM_MEMBER.TEAM_ID)
                    .from(TEAM_MEMBER)
                    .where(TEAM_MEMBER.MEMBER_ID.eq(member))))
        .fetch()
        .intoGroups(TEAM_MEMBER.TEAM_ID)
        .values()
        .stream()
        .map(this::proven)
        .filter(team -> team.contains(member))
        .forEach(colleagues::addAll);
    return colleagues;
  }

  void insert(TeamId id, String name) {
    dsl.insertInto(TEAM).set(new TeamWriter(id.value(), sealing).name(name).forInsert()).execute();
  }

  /** False where somebody else saved or removed it meanwhile. */
  boolean rename(TeamId id, int version, String name) {
    return dsl.update(TEAM)
            .set(new TeamWriter(id.value(), sealing).name(name).forUpdate())
            .where(TEAM.ID.eq(id.value()), TEAM.VERSION.eq(version))
            .execute()
        == 1;
  }

  void add(TeamId team, Collection<UUID> members) {
    members.forEach(
        member -> {
          dsl.deleteFrom(TEAM_MEMBER)
              .where(TEAM_MEMBER.TEAM_ID.eq(team.value()), TEAM_MEMBER.MEMBER_ID.eq(member))
              .execute();
          dsl.insertInto(TEAM_MEMBER)
              .set(
                  new TeamMemberWriter(Ids.next(), sealing)
                      .teamId(team.value())
                      .memberId(member)
                      .proof(proof(team.value(), member))
                      .forInsert())
              .execute();
        });
  }

  void take(TeamId team, Collection<UUID> members) {
    dsl.deleteFrom(TEAM_MEMBER)
        .where(TEAM_MEMBER.TEAM_ID.eq(team.value()), TEAM_MEMBER.MEMBER_ID.in(members))
        .execute();
  }

  /** The database archives what is deleted, the memberships with it. */
  void delete(TeamId id) {
    dsl.deleteFrom(TEAM).where(TEAM.ID.eq(id.value())).execute();
  }
}
