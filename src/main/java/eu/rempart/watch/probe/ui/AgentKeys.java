package eu.rempart.watch.probe.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.security.AgedKeys;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.probe.AgentState;
import eu.rempart.watch.probe.ProbeService;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Since when the keys of agents are known: each makes its own before it is admitted. */
@Component
@Order(1)
class AgentKeys implements AgedKeys {

  private final ProbeService probes;

  AgentKeys(ProbeService probes) {
    this.probes = probes;
  }

  @Override
  public List<AgedKey> open() {
    WatchText words = new WatchText(Texts.locale(), Formats.zone(), probes.places());
    return probes.agents().stream()
        .filter(agent -> agent.state() == AgentState.ACTIVE)
        .map(agent -> new AgedKey(t("probe.key", words.of(agent.zone())), agent.admittedAt()))
        .toList();
  }
}
