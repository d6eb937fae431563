package eu.rempart.watch.probe.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.watch.WatchText;
import eu.rempart.watch.probe.Agent;
import eu.rempart.watch.probe.AgentState;
import eu.rempart.watch.probe.Conduct;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sentences on an agent. */
final class AgentWords {

  private AgentWords() {}

  static List<String> of(Agent agent, WatchText words, Instant now) {
    Conduct conduct = agent.conduct();
    List<String> told = new ArrayList<>();
    String release = agent.release();
    told.add(t("probe.line", agent.name(), release == null ? "?" : release));
    String ago = words.of(Duration.between(agent.heardAt(), now));
    told.add(t("probe.heard", ago, words.of(agent.admittedAt())));
    if (agent.state() == AgentState.SUSPENDED) {
      told.add(t("probe.suspended.sentence"));
    }
    if (conduct.unreliable()) {
      told.add(t("probe.unreliable", conduct.contrary()));
    }
    if (conduct.clockWrong()) {
      told.add(
          t(
              conduct.clockOff().isNegative() ? "probe.clock.behind" : "probe.clock.ahead",
              words.of(conduct.clockOff().abs())));
    }
    Instant behind = agent.contact().behindFrom();
    if (behind != null) {
      told.add(t("probe.behind", words.of(behind)));
    }
    if (conduct.lost() > 0) {
      told.add(t("probe.lost", conduct.lost()));
    }
    if (conduct.refused() > 0) {
      told.add(t("probe.refused", conduct.refused()));
    }
    trouble(conduct.trouble(), conduct.troubleAt(), words, told);
    return told;
  }

  private static void trouble(
      @Nullable String trouble, @Nullable Instant at, WatchText words, List<String> told) {
    if (trouble != null && at != null) {
      told.add(t("probe.trouble", words.of(at), t("probe.trouble." + trouble)));
    }
  }
}
