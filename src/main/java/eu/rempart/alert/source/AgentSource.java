package eu.rempart.alert.source;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.watch.probe.Agent;
import eu.rempart.watch.probe.AgentState;
import eu.rempart.watch.probe.SilenceWatch;
import java.time.Duration;
import java.util.List;

/**
 * Agents of the watch that are silent or suspended: without them an outage has fewer witnesses. It
 * ends when the agent is heard, was revoked, or another took its place.
 */
final class AgentSource implements Round {

  private final SilenceWatch agents;
  private final AlertService alerts;

  AgentSource(SilenceWatch agents, AlertService alerts) {
    this.agents = agents;
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
    alerts.sync(Sources.AGENTS, agents.troubled().stream().map(AgentSource::request).toList());
  }

  private static AlertRequest request(Agent agent) {
    return new AlertRequest(
        "agent:" + agent.id(),
        Sources.AGENTS,
        agent.zone().code(),
        Severity.WARNING,
        agent.state() == AgentState.SUSPENDED ? "agent-suspended" : "agent-silent",
        List.of(agent.zone().code(), agent.name()),
        "/watch",
        Ending.BY_SOURCE,
        null);
  }
}
