package eu.rempart.edge.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.admin.RuleLedger;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen on which administrators and engineers read who changed the access rules. */
class RuleChangesViewTest extends WithFirm {

  private static final String MINE = "203.0.113.9";
  private static final Prefix NETWORK = Prefix.parse("198.51.100.0/24").orElseThrow();

  @Autowired private EdgeAdministration administration;
  @Autowired private RuleLedger ledger;

  @AfterEach
  void forgetRules() {
    sql("DELETE FROM edge_rule");
    sql("DELETE FROM edge_allowed");
    sql("DELETE FROM edge_setting");
    sql("UPDATE edge_ban SET lifted_at = begun_at");
  }

  private void change(EdgeChange change, String reason) {
    administration.change(change, MINE, reason);
  }

  private void changeLimit(int value, String reason) {
    change(new EdgeChange.SetLimit(Limit.TRAFFIC_DAYS, value), reason);
  }

  private static CountryRule rule(Treatment treatment, int factor) {
    return CountryRule.of(
        new RuleTarget.OfPlace(new Place("BR")), treatment, factor, "many scans", null);
  }

  private List<String> lines() {
    return find(ListItem.class).all().stream()
        .map(line -> line.getElement().getTextRecursively())
        .filter(text -> text.contains(" → "))
        .toList();
  }

  private boolean links(String text) {
    return find(Anchor.class).all().stream().anyMatch(link -> link.getText().equals(text));
  }

  @Test
  void eachKindOfChangeIsToldInWordsWithWhoAndWhyTheLatestFirst() {
    change(new EdgeChange.SaveRule(rule(Treatment.SLOWED, 4)), "scans every night");
    change(new EdgeChange.RemoveRule(administration.rules().getFirst()), "they stopped");
    changeLimit(30, "less to keep");
    change(new EdgeChange.SetHome(Set.of(new Place("FR"), new Place("BE"))), "where we work");
    change(new EdgeChange.Allow(AllowedNetwork.of(NETWORK, "office", null)), "the office");
    change(new EdgeChange.Disallow(administration.allowed().getFirst()), "moved out");
    change(new EdgeChange.Impose(NETWORK, Duration.ofHours(5)), "scanner");
    change(new EdgeChange.Lift(administration.bans().getFirst()), "a customer");

    open("rule-changes", "");
    List<String> told = lines().subList(0, 8);

    assertThat(told.get(7))
        .startsWith("BrazilRule added")
        .contains("no rule of its own → Slowed 4 times, no end", "Reason: scans every night")
        .contains("Ada Admin, ");
    assertThat(told.get(6)).contains("Rule removed", "Slowed 4 times, no end → no rule");
    assertThat(told.get(5)).contains("Days that counts of traffic are kept", "→ 30");
    assertThat(told.get(4)).contains("none → Belgium, France");
    assertThat(told.get(3)).contains("198.51.100.0/24", "treated as any other → never refused");
    assertThat(told.get(2)).contains("No longer allowed", "never refused, no end → treated as");
    assertThat(told.get(1)).contains("Banned by hand", "→ banned for 5 h", "Reason: scanner");
    assertThat(told.get(0)).contains("Ban lifted", "Banned, until ", "Reason: a customer");
  }

  @Test
  void moreThanAPageIsTurnedOver() {
    for (int i = 0; i < RuleLedger.PAGE + 2; i++) {
      changeLimit(20 + i, "step " + i);
    }
    open("rule-changes", "");
    assertThat(lines()).hasSize(RuleLedger.PAGE);
    assertThat(links("Older changes")).isTrue();
    assertThat(links("Latest changes")).isFalse();

    long last = ledger.before(Long.MAX_VALUE).changes().getLast().number();
    open("rule-changes", "before=" + last);
    assertThat(lines().get(0)).contains("Reason: step 1");
    assertThat(lines().get(1)).contains("Reason: step 0");
    assertThat(links("Latest changes")).isTrue();

    open("rule-changes", "before=nonsense");
    assertThat(lines().getFirst()).contains("Reason: step " + (RuleLedger.PAGE + 1));
  }

  @Test
  void theRulesLeadThere() {
    open("rules", "");
    assertThat(find(Anchor.class).all()).anyMatch(link -> link.getHref().equals("rule-changes"));
  }

  @Test
  void engineersReadThatAMemberDidItAndMembersReadNothing() {
    changeLimit(40, "less to keep");
    var engineer = join(Role.ENGINEER);
    act(engineer);
    open("rule-changes", "");

    assertThat(lines().getFirst()).contains("A member, ", "Reason: less to keep");
    assertThat(lines()).noneMatch(line -> line.contains("Ada"));
    assertThat(links("Access rules")).isFalse();

    actAs(Role.MANAGER);
    assertThatThrownBy(() -> ledger.before(Long.MAX_VALUE))
        .isInstanceOf(NotPermittedException.class);
  }
}
