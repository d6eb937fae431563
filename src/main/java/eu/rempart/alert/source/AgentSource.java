package eu.rempart.alert.source;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.place.Places;
import eu.rempart.watch.probe.Agent;
import eu.rempart.watch.probe.AgentState;
import eu.rempart.watch.probe.SilenceWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Agents of the watch that are silent or suspended: without them an outage has fewer witnesses. It
 * ends when the agent is heard, was revoked, or another took its place.
 */
final class AgentSource implements Round {

  private final SilenceWatch agents;
  private final Places places;
  private final AlertService alerts;

  AgentSource(SilenceWatch agents, Places places, AlertService alerts) {
    this.agents = agents;
    this.places = places;
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "source-agents";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    Map<Zone, String> names = places.names();
    alerts.sync(
        Sources.AGENTS,
        agents.troubled().stream()
            .map(agent -> request(agent, names.getOrDefault(agent.zone(), agent.zone().code())))
            .toList());
  }

  private static AlertRequest request(Agent agent, String place) {
    return new AlertRequest(
        "agent:" + agent.id(),
        Sources.AGENTS,
        agent.zone().code(),
        Severity.WARNING,
        agent.state() == AgentState.SUSPENDED ? "agent-suspended" : "agent-silent",
        List.of(place, agent.name()),
        "/watch",
        Ending.BY_SOURCE,
        null);
  }
}
