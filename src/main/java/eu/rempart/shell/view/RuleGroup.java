package eu.rempart.shell.view;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.part.Glyph;
import java.util.ArrayList;
import java.util.List;

/** Conditions of which all hold, or any; the outer one may hold groups. */
final class RuleGroup extends Div {

  private static final long serialVersionUID = 1L;

  private final transient List<ListField> fields;
  private final RadioButtonGroup<Boolean> how = new RadioButtonGroup<>();
  private final Div parts = new Div();

  RuleGroup(List<ListField> fields, boolean outer) {
    this.fields = fields;
    addClassName("rule-group");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", t("shell.rule.group"));
    how.addClassName("segments");
    how.setLabel(t("shell.rule.how"));
    how.setItems(true, false);
    how.setItemLabelGenerator(all -> all ? t("shell.rule.all") : t("shell.rule.any"));
    how.setValue(true);
    parts.addClassName("rule-parts");
    var add = new Button(t("shell.rule.add"), Glyph.ADD.create(), _ -> add(new RuleLine(fields)));
    add.addThemeVariants(ButtonVariant.TERTIARY);
    var foot = new Div(add);
    foot.addClassName("rule-foot");
    if (outer) {
      var group = new Button(t("shell.rule.add.group"), Glyph.ADD.create(), _ -> addGroup());
      group.addThemeVariants(ButtonVariant.TERTIARY);
      foot.add(group);
    }
    add(how, parts, foot);
  }

  private void addGroup() {
    var group = new RuleGroup(fields, false);
    group.add(new RuleLine(fields));
    add(group);
  }

  private void add(RuleLine line) {
    parts.add(removable(line));
  }

  private void add(RuleGroup group) {
    parts.add(removable(group));
  }

  private Div removable(Component part) {
    var row = new Div(part);
    row.addClassName("rule-row");
    var remove = new Button(Glyph.CLOSE.create(), _ -> parts.remove(row));
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    remove.setAriaLabel(t("shell.rule.remove"));
    remove.setTooltipText(t("shell.rule.remove"));
    row.add(remove);
    return row;
  }

  /** Shows a rule; begins with one empty condition where there is none. */
  void show(Rule rule) {
    parts.removeAll();
    how.setValue(!(rule instanceof Rule.Any));
    List<Rule> rules =
        switch (rule) {
          case Rule.All(List<Rule> all) -> all;
          case Rule.Any(List<Rule> any) -> any;
          case Rule.Test test -> List.of(test);
        };
    rules.forEach(this::showPart);
    if (rules.isEmpty()) {
      add(new RuleLine(fields));
    }
  }

  private void showPart(Rule rule) {
    if (rule instanceof Rule.Test test) {
      var line = new RuleLine(fields);
      line.show(test);
      add(line);
    } else {
      // deeper than anybody puts together here: shown all the same, or it would be lost
      var group = new RuleGroup(fields, false);
      group.show(rule);
      add(group);
    }
  }

  /** Whether it can be compared with all that is filled in; else the fields say why not. */
  boolean check() {
    boolean right = true;
    for (Component row : parts.getChildren().toList()) {
      Component part = row.getChildren().findFirst().orElseThrow();
      right &= !(part instanceof RuleLine line) || line.check();
      right &= !(part instanceof RuleGroup group) || group.check();
    }
    return right;
  }

  /** What is filled in; conditions that are not finished are left out. */
  Rule rule() {
    List<Rule> rules = new ArrayList<>();
    parts
        .getChildren()
        .map(row -> row.getChildren().findFirst().orElseThrow())
        .forEach(
            part -> {
              if (part instanceof RuleLine line) {
                line.test().ifPresent(rules::add);
              } else if (part instanceof RuleGroup group && !group.rule().isEmpty()) {
                rules.add(group.rule());
              }
            });
    return how.getValue() ? new Rule.All(rules) : new Rule.Any(rules);
  }
}
