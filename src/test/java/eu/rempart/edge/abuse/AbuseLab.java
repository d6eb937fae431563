package eu.rempart.edge.abuse;

import eu.rempart.edge.HandClock;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.vault.event.SecurityEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The package without Spring. */
public final class AbuseLab {

  final List<SecurityEvent> events = new ArrayList<>();
  final Presence presence;
  final AbuseWatch watch;

  AbuseLab(GateLab lab) {
    this(lab, Runnable::run);
  }

  AbuseLab(GateLab lab, Executor writer) {
    presence = presence(lab.clock);
    watch =
        new AbuseWatch(
            new SourceDetectors(lab.sources, lab.policies::current),
            new SignInDetectors(lab.clock::getAsLong, () -> lab.policies.current().settings()),
            new Protected(lab.policies::current, presence),
            new Recently(lab.clock::getAsLong),
            lab.bans,
            Addresses.PLACES,
            events::add,
            () -> lab.policies.current().settings(),
            lab.clock,
            writer);
  }

  public static Presence presence(HandClock clock) {
    return new Presence(clock::getAsLong);
  }
}
