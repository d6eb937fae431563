package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.stream.Collectors;

/** The rules by country and group, and which countries are the organisation's own. */
final class CountryRules extends Composite<Panel> {

  private static final long serialVersionUID = 1L;

  private final transient EdgeAdministration administration;
  private final Lines lines = new Lines(t("edge.rules.countries"), t("edge.rules.none"));
  private final Paragraph home = new Paragraph();

  CountryRules(EdgeAdministration administration) {
    this.administration = administration;
    var add =
        new Button(t("edge.rule.add"), _ -> open(t("edge.rule.add"), new RuleForm(null, null)));
    add.addThemeVariants(ButtonVariant.PRIMARY);
    var own = new Button(t("edge.home.change"), _ -> openHome());
    own.addThemeVariants(ButtonVariant.TERTIARY);
    var actions = new Div(add, own);
    actions.addClassName("line-actions");
    home.addClassName("traffic-note");
    getContent().add(lines, home, actions);
    show();
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.rules.countries"));
  }

  /** Opens the rule of a country; a new one where it has none. */
  void open(String code) {
    RuleTarget target = new RuleTarget.OfPlace(new Place(code));
    CountryRule former =
        administration.rules().stream()
            .filter(rule -> rule.target().equals(target))
            .findFirst()
            .orElse(null);
    open(TrafficText.of(target), new RuleForm(target, former));
  }

  private void show() {
    lines.clear();
    Instant now = Instant.now();
    administration.rules().forEach(rule -> add(rule, now));
    var own = administration.settings().home();
    home.setText(
        own.isEmpty()
            ? t("edge.home.none")
            : t(
                "edge.home.is",
                own.stream().map(TrafficText::of).sorted().collect(Collectors.joining(", "))));
  }

  private void add(CountryRule rule, Instant now) {
    String where = TrafficText.of(rule.target());
    var change = new Button(t("edge.rule.change"), _ -> open(where, new RuleForm(null, rule)));
    change.setAriaLabel(t("edge.rule.change.of", where));
    change.addThemeVariants(ButtonVariant.TERTIARY);
    var remove =
        new Button(
            t("edge.rule.remove"),
            _ ->
                open(
                    t("edge.rule.remove.of", where),
                    new PlainChange(
                        new EdgeChange.RemoveRule(rule), t("edge.rule.remove.sentence"), true)));
    remove.setAriaLabel(t("edge.rule.remove.of", where));
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    lines.add(where, treatment(rule), rule.reason() + " · " + end(rule, now), change, remove);
  }

  private static String treatment(CountryRule rule) {
    return rule.treatment() == Treatment.SLOWED
        ? t("edge.treatment.slowed.by", rule.factor())
        : TrafficText.of(rule.treatment());
  }

  private static String end(CountryRule rule, Instant now) {
    Instant end = rule.expiresAt();
    if (end == null) {
      return t("edge.until.none");
    }
    return rule.holdsAt(now)
        ? t("edge.until.is", Formats.dateTime(end))
        : t("edge.until.over", Formats.dateTime(end));
  }

  private void openHome() {
    open(t("edge.home.change"), new HomeForm(administration.settings().home()));
  }

  private void open(String title, ChangeForm form) {
    new ChangeDialog(title, form, administration, this::show).open();
  }
}
