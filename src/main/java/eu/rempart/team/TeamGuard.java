package eu.rempart.team;

import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.KindRights;
import eu.rempart.account.right.MemberRights;
import eu.rempart.account.right.RecordGuard;
import eu.rempart.db.RowsChanged;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works out what each member may do, and remembers it until a role or a team changes, on whatever
 * server. Thread safe.
 */
@Component
class TeamGuard implements RecordGuard {

  /** Bound while rights are being worked out, which reads tables that nobody guards. */
  private static final ScopedValue<Boolean> WORKING = ScopedValue.newInstance();

  private static final Set<String> TABLES = Set.of("team", "team_member", "custom_role");

  private final CustomRoleRepository roles;
  private final TeamRepository teams;
  private final OwnerQueries owners;
  private final Map<Key, MemberRights> known = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Key(UUID member, UUID role) {}

  TeamGuard(CustomRoleRepository roles, TeamRepository teams, OwnerQueries owners) {
    this.roles = roles;
    this.teams = teams;
    this.owners = owners;
  }

  @Override
  public MemberRights of(SignedInMember member) {
    UUID role = member.customRole();
    if (role == null || WORKING.isBound()) {
      return MemberRights.EVERYTHING;
    }
    Key key = new Key(member.memberId(), role);
    MemberRights rights = known.get(key);
    return rights == null ? ScopedValue.where(WORKING, true).call(() -> workOut(key)) : rights;
  }

  private MemberRights workOut(Key key) {
    long before = changes.get();
    MemberRights rights;
    try {
      // a role that is gone, or does not open, leaves nothing
      RoleRules rules = roles.find(key.role()).map(CustomRole::rules).orElse(RoleRules.NOTHING);
      rights = rights(key.member(), teams.colleagues(key.member()), rules);
    } catch (VaultLockedException _) {
      return rights(key.member(), Set.of(), RoleRules.NOTHING);
    }
    known.put(key, rights);
    if (changes.get() != before) {
      known.remove(key);
    }
    return rights;
  }

  private static MemberRights rights(UUID member, Set<UUID> team, RoleRules rules) {
    Map<String, KindRights> kinds =
        OwnerQueries.kinds().stream().collect(Collectors.toMap(kind -> kind, rules::of));
    return new MemberRights(member, team, SaidElsewhere.with(kinds));
  }

  @Override
  public Map<UUID, @Nullable UUID> owners(String kind, Collection<UUID> ids) {
    return owners.owners(kind, ids);
  }

  /** Forgets what it worked out. */
  void forget() {
    changes.incrementAndGet();
    known.clear();
  }

  @EventListener
  void changed(RowsChanged rows) {
    if (rows.missed() || TABLES.contains(rows.table())) {
      forget();
    }
  }
}
