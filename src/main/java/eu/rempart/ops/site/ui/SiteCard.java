package eu.rempart.ops.site.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Site.Role;
import eu.rempart.ops.site.SiteState.Witness;
import eu.rempart.shell.light.Look;
import eu.rempart.shell.part.CommandBlock;
import eu.rempart.shell.text.Formats;

/** A machine, what it does and how it is. */
final class SiteCard extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  private final Span role = new Span();
  private final DescriptionList facts = new DescriptionList();

  /**
   * @param name of the machine
   * @param here whether this page comes from there
   */
  SiteCard(String name, boolean here) {
    var heading = new H2(name);
    heading.setId("site-" + name);
    role.addClassName("line-chip");
    var title = new Div(heading, role);
    title.addClassName("light-row");
    if (here) {
      var chip = new Span(t("sites.here"));
      chip.addClassNames("line-chip", "site-here");
      title.add(chip);
    }
    facts.addClassName("site-facts");
    getContent().addClassNames("light-panel", "site-panel", "site-card");
    getContent().getElement().setAttribute("aria-labelledby", "site-" + name);
    getContent().add(title, facts);
  }

  void show(Site site) {
    role(SiteTexts.role(site.role()), look(site.role()));
    facts.removeAll();
    fact("sites.country", new Span(SiteTexts.country(site.country())));
    String holding = SiteTexts.holding(site);
    if (!holding.isEmpty()) {
      fact("sites.holds", new Span(holding));
    }
    fact("sites.database", new Span(SiteTexts.state(site)));
    Long timeline = site.timeline();
    fact(
        "sites.timeline",
        new Span(timeline == null ? t("sites.unknown") : Formats.number(timeline)));
    if (site.role() != Role.LEADS && holding.isEmpty()) { // behind whom, while nobody leads
      fact("sites.lag", new Span(SiteTexts.lag(site)));
    }
    if (!site.page().isEmpty()) {
      // as people say it: all of it is too long for a card
      fact("sites.page", new Anchor(site.page(), site.page().replaceFirst("^https://", "")));
    }
  }

  void show(Witness witness) {
    switch (witness.task()) {
      case WATCHES -> role(t("sites.witness.answers"), Look.GOOD);
      case VOTES -> role(t("sites.witness.votes"), Look.DOUBT);
      case SILENT -> role(t("sites.role.silent"), Look.BAD);
    }
    facts.removeAll();
    fact("sites.country", new Span(SiteTexts.country(witness.country())));
    String sentence =
        switch (witness.task()) {
          case WATCHES -> "sites.witness.task";
          case VOTES -> "sites.witness.slow";
          case SILENT -> "sites.witness.away";
        };
    var task = new Div(new Span(t(sentence)));
    if (witness.task() == Witness.Task.VOTES) {
      task.add(
          new CommandBlock(
              t("sites.witness.answers"),
              "./rempart witness start\nsystemctl start rempart-witness"));
    }
    fact("sites.task", task);
  }

  private static Look look(Role role) {
    return switch (role) {
      case LEADS, COPY, LED_LAST -> Look.GOOD;
      case BEHIND -> Look.DOUBT;
      case SILENT -> Look.BAD;
    };
  }

  private void role(String text, Look look) {
    role.setText(text);
    role.setClassName("line-chip");
    role.addClassName(look.css());
  }

  private void fact(String label, Component value) {
    facts.add(new DescriptionList.Term(t(label)));
    var description = new DescriptionList.Description();
    description.add(value);
    facts.add(description);
  }
}
