package eu.rempart.edge.gate;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.ban.BanLab;
import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.limit.SourceTable;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.RuleLab;
import eu.rempart.edge.rule.Rules;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** The gates without Spring, on a real database and a clock that is moved by hand. */
public final class GateLab {

  public final HandClock clock;
  public final Rules rules;
  public final Bans bans;
  public final Policies policies;
  public final Sources sources =
      new Sources(new SourceTable(4_096, 32, 64), new SourceTable(4_096, 24, 48));
  public final SourceGate gate;
  private final KnownSourceRepository known;

  public GateLab(TestDatabase database, HandClock clock) {
    this.clock = clock;
    this.rules = RuleLab.rules(database);
    this.bans = BanLab.bans(database, clock);
    this.known = new KnownSourceRepository(database.app());
    this.policies = new Policies(rules, bans, known, database.transactions(), clock, clock);
    this.gate = new SourceGate(Addresses.PLACES, policies::current, sources, clock);
  }

  /** A database without rules. */
  public static void empty(TestDatabase database) {
    for (String table :
        new String[] {"edge_rule", "edge_allowed", "edge_setting", "edge_ban", "known_source"}) {
      database.owner().execute("DELETE FROM " + table);
    }
  }

  /** A member signed in from there today. */
  public void known(Source source, UUID member) {
    saw(
        Prefix.fine(source.high(), source.low()),
        member,
        Place.of(Addresses.PLACES.of(source.high(), source.low())));
  }

  /** The same, by another network than the one around an address. */
  public void knownAs(String network, UUID member) {
    saw(Prefix.of(network), member, new Place("ZZ"));
  }

  private void saw(Prefix network, UUID member, Place place) {
    known.saw(network, member, place, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    policies.reload();
  }

  public Verdict admit(Source source) {
    return gate.admit(source.high(), source.low());
  }

  public void ended(Source source) {
    gate.ended(source.high(), source.low());
  }

  public Verdict handshake(Source source, boolean resumes, double load) {
    return gate.handshake(source.high(), source.low(), resumes, load);
  }
}
